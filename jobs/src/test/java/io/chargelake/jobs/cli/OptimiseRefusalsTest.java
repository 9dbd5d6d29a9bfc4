package io.chargelake.jobs.cli;

import static io.chargelake.jobs.cli.OptimiseTest.NIGHT;
import static io.chargelake.jobs.cli.OptimiseTest.SITES;
import static io.chargelake.jobs.cli.OptimiseTest.STAYS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.chargelake.jobs.lake.TableFormat;
import io.chargelake.jobs.tables.FleetPlan;
import io.chargelake.jobs.tables.Tables;
import io.chargelake.jobs.testing.DatasetAssert;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fleets with something wrong: listed with the reason and the rest planned, or refused with what to change. */
class OptimiseRefusalsTest {
    private static final String SLOTS = "site_id,slot_start,base_kw,solar_kw\n";

    @TempDir
    Path folder;

    private LakeRun lake;

    @BeforeEach
    void aLake() {
        lake = new LakeRun(folder, TableFormat.DELTA);
    }

    @Test
    void whatIsBrokenIsListedAndTheRestPlanned() throws IOException {
        lake.write(
                "in/stays.csv",
                STAYS,
                "good,depot," + NIGHT + ",50,80,50,11,100,false,11,AC,1\n",
                "good,depot,2025-01-06T18:00:00Z,2025-01-06T19:00:00Z,50,80,50,11,100,false,11,AC,1\n",
                "elsewhere,nowhere," + NIGHT + ",50,80,50,11,100,false,11,AC,1\n",
                "backwards,depot,2025-01-07T05:00:00Z,2025-01-06T17:30:00Z,50,80,50,11,100,false,11,AC,1\n",
                "never,depot,yesterday,2025-01-06T17:30:00Z,50,80,50,11,100,false,11,AC,1\n",
                "long,depot,2025-01-07T05:00:00Z,2035-01-06T17:30:00Z,50,80,50,11,100,false,11,AC,1\n",
                "soc,depot," + NIGHT + ",150,80,50,11,100,false,11,AC,1\n",
                "nan,depot," + NIGHT + ",NaN,80,50,11,100,false,11,AC,1\n",
                "text,depot," + NIGHT + ",half,80,50,11,100,false,11,AC,1\n",
                "battery,depot," + NIGHT + ",50,80,0,11,100,false,11,AC,1\n",
                "nobattery,depot," + NIGHT + ",50,80,,11,100,false,11,AC,1\n",
                "power,depot," + NIGHT + ",50,80,50,-11,100,false,11,AC,1\n",
                "class,depot," + NIGHT + ",50,80,50,11,100,false,11,STEAM,1\n",
                ",depot," + NIGHT + ",50,80,50,11,100,false,11,AC,1\n",
                "too,few,fields\n",
                "phase,depot," + NIGHT + ",50,80,50,11,100,false,7,AC,9\n",
                "empty,depot," + NIGHT + ",10,80,50,11,100,false,11,AC,2\n");
        lake.write(
                "in/sites.csv", SITES, "depot,30,50,LV\n", "depot,60,50,LV\n", "minus,-1,50,LV\n", "level,10,50,XV\n");
        lake.write(
                "in/slots.csv",
                SLOTS,
                "depot,2025-01-06T17:30:00Z,5,0\n",
                "depot,soon,5,0\n",
                "depot,2025-01-06T18:30:00Z,5,-3\n");
        lake.write("in/notes.csv", "remark,by\nhello,me\n");
        JsonNode record = lake.run("optimise", "--input", folder.resolve("in").toString(), "--max-quarantined", "1");
        assertThat(Ingest.findings(record))
                .containsAllEntriesOf(Map.of(
                        "overlapping_stay", 1L,
                        "unknown_site", 1L,
                        "departure_before_arrival", 1L,
                        "unparseable_time", 2L,
                        "stay_too_long", 1L,
                        "soc_out_of_range", 3L,
                        "bad_number", 1L,
                        "battery_implausible", 1L,
                        "unknown_battery", 1L,
                        "power_implausible", 1L))
                .containsAllEntriesOf(Map.of(
                        "unknown_charger_class", 1L,
                        "missing_id", 1L,
                        "broken_line", 1L,
                        "no_header", 1L,
                        "limit_implausible", 1L,
                        "unknown_voltage_level", 1L,
                        "load_implausible", 1L,
                        "unknown_phase", 1L,
                        "low_soc", 3L,
                        "repeated_site", 1L));
        DatasetAssert.assertThat(
                        lake.lake().read(FleetPlan.TABLE).select("vehicle_id").distinct())
                .hasRows(
                        """
                        vehicle_id
                        good
                        phase
                        empty
                        """);
        assertThat(lake.lake()
                        .read(Tables.QUARANTINE_FLEET)
                        .where("array_contains(reasons, 'overlapping_stay')")
                        .head()
                        .<String>getAs("raw"))
                .contains("\"vehicle_id\":\"good\"", "overlaps another of the same vehicle");
    }

    @Test
    void whatCannotBeUsedIsSaidWithWhatToChange() throws IOException {
        lake.write("in/stays.csv", STAYS, "a,depot," + NIGHT + ",50,80,50,11,100,false,11,AC,1\n");
        lake.write(
                "far/stays.csv",
                STAYS,
                "a,depot," + NIGHT + ",50,80,50,11,100,false,11,AC,1\n",
                "b,depot,2026-01-06T17:30:00Z,2026-01-07T05:00:00Z,50,80,50,11,100,false,11,AC,1\n");
        Path none = lake.write("none/sites.csv", SITES, "depot,10,10,LV\n");
        Path tariff = lake.write("tariff.yaml", "name: x\ncurrency: EUR\notherwise: 1\n");
        Path period = lake.write(
                "period.yaml",
                "name: x\ncurrency: EUR\nzone: UTC\notherwise: 1\nperiods:\n  night: {from: 22, to: \"05:00\", price: 1}\n");
        Path series = lake.write("series.yaml", "name: x\ncurrency: EUR\nseries: gone.csv\n");
        Path uneven = lake.write("uneven.yaml", "name: x\ncurrency: EUR\nseries: uneven.csv\n");
        lake.write(
                "uneven.csv", "start,price\n2025-01-06T00:00:00Z,1\n2025-01-06T01:00:00Z,1\n2025-01-06T03:00:00Z,1\n");
        String in = folder + "/in";
        assertRefused(2, "there are no stays (add --input URI, or --sessions");
        assertRefused(20, "no file holds stays (a file of stays has vehicle_id", "--input", none.toString());
        assertRefused(2, "did you mean price-optimisation?", "--input", in, "--strategy", "price-optimization");
        assertRefused(2, "there is no such file", "--input", in, "--tariff", "nowhere.yaml");
        assertRefused(2, "of no zone (add zone: Europe/Berlin)", "--input", in, "--tariff", tariff.toString());
        assertRefused(2, "periods.night.from is wrong at line 6", "--input", in, "--tariff", period.toString());
        assertRefused(2, "gone.csv: there is no such file", "--input", in, "--tariff", series.toString());
        assertRefused(2, "in equal steps", "--input", in, "--tariff", uneven.toString());
        assertRefused(2, "slots are a part of an hour", "--input", in, "--slot", "7m");
        assertRefused(2, "a time such as 15m", "--input", in, "--slot", "soon");
        assertRefused(2, "multiple of the slot's 15 min", "--input", in, "--replan", "20m");
        assertRefused(2, "--wear -1.0", "--input", in, "--wear", "-1");
        assertRefused(2, "power factor of 2.0", "--input", in, "--base-power-factor", "2");
        assertRefused(2, "a limit is above 0 %", "--input", in, "--thd-limit", "0");
        assertRefused(2, "choose days by --from and --to", "--input", folder + "/far");
        assertRefused(
                2,
                "another --tariff",
                "--input",
                folder + "/far",
                "--from",
                "2026-01-06",
                "--to",
                "2026-01-07",
                "--tariff",
                "day-ahead-sample");
        assertRefused(
                10,
                "it has no rows (check --input, --from and --to",
                "--input",
                in,
                "--from",
                "2024-01-06",
                "--to",
                "2024-01-07");
        lake.write("bad/stays.csv", STAYS, "a,depot," + NIGHT + ",500,80,50,11,100,false,11,AC,1\n");
        assertRefused(10, "100.0 % of its rows would be quarantined", "--input", folder + "/bad");
        assertRefused(10, "no stay is left", "--input", folder + "/bad", "--max-quarantined", "1");
        assertThat(Files.exists(folder.resolve("lake/fleet_plan"))).isFalse();
    }

    private void assertRefused(int exitCode, String words, String... options) {
        Command refused = lake.command("optimise", options);
        assertThat(refused.err()).contains(words);
        assertThat(refused.exitCode()).as(refused.err()).isEqualTo(exitCode);
    }
}
