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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Runs of ingest-status into one lake. */
record Ingest(Path lakePath, TableFormat tableFormat) {

    /** The run's record; a run that fails fails the test. */
    JsonNode run(String format, Path input, String... more) throws IOException {
        var args = new ArrayList<>(List.of(
                "ingest-status",
                "--format",
                format,
                "--input",
                input.toString(),
                "--lake",
                lakePath.toString(),
                "--table-format",
                tableFormat.toString(),
                "--max-quarantined",
                "1",
                "--json"));
        args.addAll(List.of(more));
        Command command = Command.run(args.toArray(String[]::new));
        assertThat(command.exitCode()).as(command.err()).isZero();
        return new ObjectMapper().readTree(command.out());
    }

    Lake lake() {
        return Lakes.open(
                TestSpark.session(),
                Storage.uri(lakePath.toString()),
                Optional.of(tableFormat),
                Lakes.Access.READ,
                Optional.empty());
    }

    static String accounting(JsonNode record) {
        return record.get("read") + " = " + record.get("accepted") + " + " + record.get("quarantined") + " + "
                + record.get("deduplicated");
    }

    /** Counts by code. */
    static Map<String, Long> findings(JsonNode record) {
        var findings = new TreeMap<String, Long>();
        record.get("findings")
                .forEach(
                        f -> findings.put(f.get("code").asText(), f.get("count").asLong()));
        return findings;
    }
}
