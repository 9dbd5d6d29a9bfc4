package io.chargelake.jobs.cli;

import static io.chargelake.jobs.testing.DatasetAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.chargelake.jobs.lake.TableFormat;
import io.chargelake.jobs.tables.Charge;
import io.chargelake.jobs.tables.Drive;
import io.chargelake.jobs.tables.Tables;
import io.chargelake.jobs.tables.Vehicle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The job from files to tables, by its command line. */
class IngestVehiclesTest {
    private static final String MONDAY =
            """
            d1,ev-1,2025-03-03T07:00:00Z,2025-03-03T07:30:00Z,20,3.4,80,74,1000,1020,5
            d2,EV-1 ,2025-03-03T17:00:00+01:00,2025-03-03T17:30:00+01:00,20,3.2,74,68,1020,1040,8
            d2,ev-1,2025-03-03T16:00:00Z,2025-03-03T16:30:00Z,20,3.2,74,68,1020,1040,8
            """;
    private static final String CORRECTED =
            """
            d2,ev-1,2025-03-04T16:00:00Z,2025-03-04T16:30:00Z,21,3.2,74,68,1020,1041,8
            d3,ev-2,2025-03-04T07:00:00Z,2025-03-04T07:30:00Z,20,3.4,80,74,500,520,5
            """;
    private static final String NIGHT =
            """
            c1,ev-1,2025-03-03T20:00:00Z,2025-03-03T22:00:00Z,14,68,95,7,7.4,AC,Z1
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void drivesChargesAndVehiclesBecomeTables(TableFormat format) throws IOException {
        var ingest = new IngestVehiclesRun(folder, format);
        ingest.write("drives.csv", IngestVehiclesRun.DRIVES, MONDAY);
        ingest.write("charges.csv", IngestVehiclesRun.CHARGES, NIGHT);
        ingest.write(
                "vehicles.csv",
                "vehicle_id,client_id,model,vehicle_type,battery_kwh,battery_type\nEV-1,cl-1,e-208,car,50,NMC\nev-9,cl-1,Zoe,car,52,NMC\n");
        IngestVehiclesRun.Result result = ingest.run();
        assertThat(result.accounting()).isEqualTo("6 = 5 + 0 + 1");
        assertThat(ingest.lake().read(Drive.TABLE))
                .hasRows(
                        """
                        drive_id | vehicle_id | start_time           | end_time             | distance_km | soc_end | day
                        d1       | ev-1       | 2025-03-03T07:00:00Z | 2025-03-03T07:30:00Z | 20.0        | 74.0    | 2025-03-03
                        d2       | ev-1       | 2025-03-03T16:00:00Z | 2025-03-03T16:30:00Z | 20.0        | 68.0    | 2025-03-03
                        """);
        assertThat(ingest.lake().read(Charge.TABLE))
                .hasRows(
                        """
                        charge_id | vehicle_id | end_time             | energy_kwh | power_max_kw | power_type | zone | derived_end
                        c1        | ev-1       | 2025-03-03T22:00:00Z | 14.0       | 7.4          | AC         | Z1   | false
                        """);
        assertThat(ingest.lake().read(Vehicle.TABLE))
                .hasRows(
                        """
                        vehicle_id | client_id | model | battery_kwh
                        ev-1       | cl-1      | e-208 | 50.0
                        ev-9       | cl-1      | Zoe   | 52.0
                        """);
        assertThat(Ingest.findings(result.record())).isEqualTo(Map.of("vehicle_spelling", 1L));
    }

    @ParameterizedTest
    @EnumSource
    void deliveriesInAnyOrderAndTwiceEndInTheSameTables(TableFormat format) throws IOException {
        var ingest = new IngestVehiclesRun(folder, format);
        Path monday = ingest.write("monday.csv", IngestVehiclesRun.DRIVES, MONDAY);
        Path corrected = ingest.write("corrected.csv", IngestVehiclesRun.DRIVES, CORRECTED);
        ingest.run(corrected);
        IngestVehiclesRun.Result late = ingest.run(monday);
        assertThat(late.accounting()).isEqualTo("3 = 2 + 0 + 1");
        assertThat(Ingest.findings(late.record())).containsEntry("conflicting_record", 1L);
        IngestVehiclesRun.Result again = ingest.run(corrected);
        assertThat(again.accounting()).isEqualTo("2 = 2 + 0 + 0");
        var other = new IngestVehiclesRun(folder.resolve("other"), format);
        other.run(monday);
        other.run(corrected);
        assertThat(ingest.lake().read(Drive.TABLE))
                .hasSameRowsAs(other.lake().read(Drive.TABLE))
                .hasRows(
                        """
                        drive_id | vehicle_id | start_time           | distance_km | day
                        d1       | ev-1       | 2025-03-03T07:00:00Z | 20.0        | 2025-03-03
                        d2       | ev-1       | 2025-03-04T16:00:00Z | 21.0        | 2025-03-04
                        d3       | ev-2       | 2025-03-04T07:00:00Z | 20.0        | 2025-03-04
                        """);
        assertThat(ingest.lake().read(Vehicle.TABLE)).hasSameRowsAs(other.lake().read(Vehicle.TABLE));
    }

    @Test
    void whatCannotBeReadIsQuarantinedAndTheRestIsExact() throws IOException {
        var ingest = new IngestVehiclesRun(folder, TableFormat.DELTA);
        ingest.write("a-good.csv", IngestVehiclesRun.DRIVES, MONDAY);
        ingest.write("b-empty.csv", "");
        ingest.write("c-other.csv", "id,colour\n1,red\n");
        ingest.write("d-cut.parquet", "PAR1 and then nothing that ends like it");
        ingest.write("e-twice.csv", "drive_id,drive_id,vehicle_id,start_time,end_time\n1,1,ev-1,x,y\n");
        ingest.write(
                "f-no-id.csv",
                "vehicle_id,start_time,end_time,distance_km\nev-1,2025-03-03T07:00:00Z,2025-03-03T07:30:00Z,20\n");
        IngestVehiclesRun.Result result = ingest.run();
        assertThat(result.accounting()).isEqualTo("8 = 2 + 5 + 1");
        assertThat(ingest.lake()
                        .read(Tables.QUARANTINE_VEHICLES)
                        .selectExpr("regexp_extract(source_file, '[^/]+$', 0) file", "reasons"))
                .hasRows(
                        """
                        file          | reasons
                        b-empty.csv   | unreadable_file
                        c-other.csv   | no_header
                        d-cut.parquet | unreadable_file
                        e-twice.csv   | no_header
                        f-no-id.csv   | no_header
                        """);
        assertThat(ingest.lake()
                        .read(Tables.QUARANTINE_VEHICLES)
                        .where("source_file like '%f-no-id.csv'")
                        .selectExpr("raw"))
                .hasRows(
                        "raw\nits columns (vehicle_id, start_time, end_time, distance_km) are those of a drive without drive_id "
                                + "(add a header line, or say their names in a --mapping file)");
    }

    @Test
    void onlyTheDaysAskedForAreRead() throws IOException {
        var ingest = new IngestVehiclesRun(folder, TableFormat.DELTA);
        ingest.write("drives.csv", IngestVehiclesRun.DRIVES, MONDAY, CORRECTED);
        IngestVehiclesRun.Result result = ingest.run("--from", "2025-03-04", "--to", "2025-03-05");
        assertThat(result.accounting()).isEqualTo("2 = 2 + 0 + 0");
    }

    @Test
    void whatIsWrongWithTheCommandIsOneLine() throws IOException {
        var ingest = new IngestVehiclesRun(folder, TableFormat.DELTA);
        Path drives = ingest.write("drives.csv", IngestVehiclesRun.DRIVES, MONDAY);
        Path other = ingest.write("other.csv", "id,colour\n1,red\n");
        Path mapping = ingest.write("mapping.yaml", "drive:\n  distanse_km: Distance\n");
        assertError(
                ingest.command(drives, "--battery-kwh", "0"),
                2,
                "Cannot use --battery-kwh 0.0: a capacity is above 0 kWh");
        assertError(
                ingest.command(drives, "--mapping", mapping.toString()),
                2,
                "unknown key drive.distanse_km at line 2 (did you mean distance_km?");
        assertError(
                ingest.command(drives, "--mapping", mapping.toString(), "--format", "teslamate"),
                2,
                "Cannot use --mapping with --format teslamate");
        assertError(
                ingest.command(other),
                20,
                "its columns (id, colour) are those of no kind of file: a vehicle has vehicle_id; a drive has drive_id, vehicle_id, start_time, end_time");
        Path bad = ingest.write(
                "bad.csv",
                IngestVehiclesRun.DRIVES,
                MONDAY,
                "d9,ev-1,2025-03-03T09:00:00Z,2025-03-03T08:00:00Z,1,1,1,1,1,1,1\n");
        assertError(
                ingest.command(bad, "--max-quarantined", "0.1"),
                10,
                "25.0 % of its rows would be quarantined (1 of 4: end_before_start 1;");
        assertThat(ingest.lake().has(Drive.TABLE)).isFalse();
    }

    private static void assertError(Command command, int code, String words) {
        assertThat(command.exitCode()).as(command.err()).isEqualTo(code);
        assertThat(command.err()).contains(words);
        assertThat(command.err().lines().filter(line -> line.contains("Cannot")))
                .hasSize(1);
    }
}
