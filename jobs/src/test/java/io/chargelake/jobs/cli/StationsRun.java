package io.chargelake.jobs.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.chargelake.jobs.lake.Lake;
import io.chargelake.jobs.lake.TableFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs of the jobs of stations in a folder of a test. */
record StationsRun(LakeRun run) {
    static final String FLAT =
            "station_id,name,city,state,postal_code,country,latitude,longitude,operator,access,open_24_7,status,opened_on,connector_types,connectors,max_power_kw,fast_connectors,evse_id\n";

    StationsRun(Path folder, TableFormat tableFormat) {
        this(new LakeRun(folder, tableFormat));
    }

    Path write(String name, String... text) throws IOException {
        return run.write(name, text);
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

    JsonNode run(String job, String... options) throws IOException {
        return run.run(job, options);
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
        return run.command(job, options);
    }

    Lake lake() {
        return run.lake();
    }
}
