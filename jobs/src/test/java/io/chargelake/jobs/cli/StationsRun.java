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

/** Runs of the jobs of stations in a folder of a test: tables in {@code lake}. */
record StationsRun(Path folder, TableFormat tableFormat) {
    static final String FLAT =
            "station_id,name,city,state,postal_code,country,latitude,longitude,operator,access,open_24_7,status,opened_on,connector_types,connectors,max_power_kw,fast_connectors,evse_id\n";

    Path write(String name, String... text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, String.join("", text), StandardCharsets.UTF_8);
    }

    /** A register in our own columns. */
    Path flat(String name, String... lines) throws IOException {
        return write(name, FLAT, String.join("\n", lines) + "\n");
    }

    /** A station of it that nothing is wrong with. */
    static String station(String id, double latitude, double longitude) {
        return id + ",Station " + id + ",Bonn,NRW,53111,DE," + latitude + "," + longitude
                + ",Stadtwerke,public,true,operational,2020-05-01,IEC_62196_T2,2,22,0,DE*ABC*E" + id;
    }

    /** The run's record; a run that fails fails the test. */
    JsonNode run(String job, String... options) throws IOException {
        Command command = command(
                job, Stream.concat(Arrays.stream(options), Stream.of("--json")).toArray(String[]::new));
        assertThat(command.exitCode()).as(command.err()).isZero();
        return new ObjectMapper().readTree(command.out());
    }

    JsonNode ingest(String format, Path input, String... more) throws IOException {
        var options = new ArrayList<>(List.of("--format", format, "--input", input.toString()));
        options.addAll(List.of(more));
        if (!options.contains("--max-quarantined")) {
            options.addAll(List.of("--max-quarantined", "1"));
        }
        return run("ingest-stations", options.toArray(String[]::new));
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
