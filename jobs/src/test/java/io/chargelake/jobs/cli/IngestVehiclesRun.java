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
import java.util.List;
import java.util.Optional;

/** Runs of ingest-vehicles in a folder of a test: raw files in {@code in}, tables in {@code lake}. */
record IngestVehiclesRun(Path folder, TableFormat tableFormat) {
    static final String DRIVES =
            "drive_id,vehicle_id,start_time,end_time,distance_km,energy_kwh,soc_start,soc_end,odometer_start_km,odometer_end_km,outside_temp_c\n";
    static final String CHARGES =
            "charge_id,vehicle_id,start_time,end_time,energy_kwh,soc_start,soc_end,power_mean_kw,power_max_kw,power_type,zone\n";

    /** What a run recorded, and what it told the person who waited. */
    record Result(JsonNode record, String told) {
        String accounting() {
            return Ingest.accounting(record);
        }
    }

    Path write(String name, String... text) throws IOException {
        Path file = folder.resolve("in").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, String.join("", text), StandardCharsets.UTF_8);
    }

    /** All files written so far; a run that fails fails the test. */
    Result run(String... more) throws IOException {
        return run(folder.resolve("in"), more);
    }

    Result run(Path input, String... more) throws IOException {
        Command command = command(input, more);
        assertThat(command.exitCode()).as(command.err()).isZero();
        return new Result(new ObjectMapper().readTree(command.out()), command.err());
    }

    Command command(Path input, String... more) {
        var args = new ArrayList<>(List.of(
                "ingest-vehicles",
                "--input",
                input.toString(),
                "--lake",
                folder.resolve("lake").toString(),
                "--table-format",
                tableFormat.toString(),
                "--json"));
        args.addAll(List.of(more));
        if (!args.contains("--max-quarantined")) {
            args.addAll(List.of("--max-quarantined", "1"));
        }
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
