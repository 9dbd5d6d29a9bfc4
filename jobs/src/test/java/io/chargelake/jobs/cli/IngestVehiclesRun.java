package io.chargelake.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chargelake.jobs.lake.Lake;
import io.chargelake.jobs.lake.TableFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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

    private LakeRun lakeRun() {
        return new LakeRun(folder, tableFormat);
    }

    Path write(String name, String... text) throws IOException {
        return lakeRun().write("in/" + name, text);
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
        var options = new ArrayList<>(List.of("--input", input.toString(), "--json"));
        options.addAll(List.of(more));
        if (!options.contains("--max-quarantined")) {
            options.addAll(List.of("--max-quarantined", "1"));
        }
        return lakeRun().command("ingest-vehicles", options.toArray(String[]::new));
    }

    Lake lake() {
        return lakeRun().lake();
    }
}
