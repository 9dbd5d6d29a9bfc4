package io.chargelake.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chargelake.jobs.lake.Lake;
import io.chargelake.jobs.lake.Lakes;
import io.chargelake.jobs.lake.Storage;
import io.chargelake.jobs.lake.TableFormat;
import io.chargelake.jobs.testing.TestSpark;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs of jobs in a folder of a test: tables in {@code lake}. */
record LakeRun(Path folder, TableFormat tableFormat) {

    Path write(String name, String... text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, String.join("", text), StandardCharsets.UTF_8);
    }

    /** The run's record; a run that fails fails the test. */
    JsonNode run(String job, String... options) throws IOException {
        Command command = command(
                job, Stream.concat(Arrays.stream(options), Stream.of("--json")).toArray(String[]::new));
        assertThat(command.exitCode()).as(command.err()).isZero();
        return new ObjectMapper().readTree(command.out());
    }

    Command command(String job, String... options) {
        var args = new ArrayList<>(
                List.of(job, "--lake", folder.resolve("lake").toString(), "--table-format", tableFormat.toString()));
        args.addAll(List.of(options));
        return Command.run(args.toArray(String[]::new));
    }

    Lake lake() {
        return Lakes.open(
                TestSpark.session(),
                Storage.uri(folder.resolve("lake").toString()),
                Optional.of(tableFormat),
                Lakes.Access.READ,
                Optional.empty());
    }
}
