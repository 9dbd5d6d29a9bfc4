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
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each rule by a row that breaks it and nothing else; the row's id is the rule. Its twin just does not break it. */
class VehicleRulesTest {
    @TempDir
    Path folder;

    @Test
    void rulesOfDrives() throws IOException {
        var ingest = new IngestVehiclesRun(folder, TableFormat.DELTA);
        String good = IntStream.range(10, 28)
                .mapToObj(d -> "good%d,good,2025-02-%dT08:00:00Z,2025-02-%dT08:30:00Z,20,3,80,75,%d,%d,5\n"
                        .formatted(d, d, d, 1000 + 20 * d, 1020 + 20 * d))
                .collect(Collectors.joining());
        ingest.write(
                "drives.csv",
                IngestVehiclesRun.DRIVES,
                good,
                """
                broken_line,v01,2025-02-01T08:00:00Z
                ,v02,2025-02-01T08:00:00Z,2025-02-01T08:30:00Z,20,3,80,75,1000,1020,5
                missing_vehicle_id, ,2025-02-01T08:00:00Z,2025-02-01T08:30:00Z,20,3,80,75,1000,1020,5
                bad_encoding,v\u0007a,2025-02-01T08:00:00Z,2025-02-01T08:30:00Z,20,3,80,75,1000,1020,5
                unparseable_time,v05,2025-02-01,2025-02-01T08:30:00Z,20,3,80,75,1000,1020,5
                no_end,v06,2025-02-01T08:00:00Z,,20,3,80,75,1000,1020,5
                end_before_start,v07,2025-02-01T08:00:00Z,2025-02-01T07:59:59Z,20,3,80,75,1000,1020,5
                in_the_future,v08,2999-02-01T08:00:00Z,2999-02-01T08:30:00Z,20,3,80,75,1000,1020,5
                before_2010,v09,2009-12-31T23:59:59Z,2010-01-01T00:30:00Z,20,3,80,75,1000,1020,5
                bad_number,v10,2025-02-01T08:00:00Z,2025-02-01T08:30:00Z,twenty,3,80,75,1000,1020,5
                soc_out_of_range,v11,2025-02-01T08:00:00Z,2025-02-01T08:30:00Z,20,3,100.1,97,1000,1020,5
                negative_distance,v12,2025-02-01T08:00:00Z,2025-02-01T08:30:00Z,-20,3,80,75,,,5
                too_fast,v13,2025-02-01T08:00:00Z,2025-02-01T08:30:00Z,126,20,80,75,1000,1126,5
                odometer_falls,v14,2025-02-01T08:00:00Z,2025-02-01T08:30:00Z,20,3,80,75,1020,1000,5
                energy_of_other_unit,v15,2025-02-01T08:00:00Z,2025-02-01T08:30:00Z,20,3000,80,75,1000,1020,5
                no_time_at_all,w01,2025-02-01T08:00:00Z,2025-02-01T08:00:00Z,,0,80,80,1000,1000,5
                missing_soc,w02,2025-02-01T08:00:00Z,2025-02-01T08:30:00Z,20,3,80,,1000,1020,5
                missing_energy,w03,2025-02-01T08:00:00Z,2025-02-01T08:30:00Z,20,,80,75,1000,1020,5
                odometer_disagrees,w04,2025-02-01T08:00:00Z,2025-02-01T08:30:00Z,20,3,80,75,1000,1022,5
                negative_odometer,w05,2025-02-01T08:00:00Z,2025-02-01T08:30:00Z,20,3,80,75,-5,15,5
                no_distance,w06,2025-02-01T08:00:00Z,2025-02-01T08:30:00Z,0,3,80,75,1000,1000,5
                drive_over_a_day,w07,2025-02-01T08:00:00Z,2025-02-02T08:00:01Z,20,3,80,75,1000,1020,5
                consumption_high,w08,2025-02-01T08:00:00Z,2025-02-01T08:30:00Z,20,20.1,80,75,1000,1020,5
                consumption_low,w09,2025-02-01T08:00:00Z,2025-02-01T08:30:00Z,20,1.9,80,75,1000,1020,5
                energy_recovered,w10,2025-02-01T08:00:00Z,2025-02-01T08:30:00Z,20,-1,80,80,1000,1020,5
                soc_rises,w11,2025-02-01T08:00:00Z,2025-02-01T08:30:00Z,20,3,75,80.5,1000,1020,5
                temperature_implausible,w12,2025-02-01T08:00:00Z,2025-02-01T08:30:00Z,20,3,80,75,1000,1020,61
                ok1,k1,2025-02-01T08:00:00Z,2025-02-02T08:00:00Z,20,20,100,0,1000,1021,60
                ok2,k2,2010-01-01T00:00:00Z,2010-01-01T01:00:00Z,250,25,75,80,1000,1250,-60
                ok3,k3,2025-02-01T08:00:00Z,2025-02-01T08:30:00Z,0.5,0,80,80,,,
                """);
        IngestVehiclesRun.Result result = ingest.run();
        assertBroken(ingest, 15);
        Map<String, Long> expected = new TreeMap<>();
        for (String code :
                "broken_line missing_id missing_vehicle_id bad_encoding unparseable_time no_end end_before_start in_the_future before_2010 bad_number soc_out_of_range negative_distance too_fast odometer_falls energy_of_other_unit no_time_at_all missing_soc missing_energy odometer_disagrees negative_odometer no_distance missing_distance drive_over_a_day consumption_high consumption_low energy_recovered soc_rises temperature_implausible"
                        .split(" ")) {
            expected.put(code, 1L);
        }
        // a distance that is no number is missing too
        expected.put("missing_distance", 2L);
        assertThat(Ingest.findings(result.record())).isEqualTo(expected);
        assertThat(result.accounting()).isEqualTo("48 = 33 + 15 + 0");
        assertThat(ingest.lake().read(Drive.TABLE).where("drive_id like 'ok%'").count())
                .isEqualTo(3);
    }

    @Test
    void rulesOfChargesAndWhatShowsBetweenNeighbours() throws IOException {
        var ingest = new IngestVehiclesRun(folder, TableFormat.DELTA);
        ingest.write(
                "vehicles.csv",
                "vehicle_id,model,battery_kwh\n"
                        + IntStream.range(0, 20)
                                .mapToObj("v%02d,Zoe,50\n"::formatted)
                                .collect(Collectors.joining()) + "w01,Zoe,50000\nw02,Zoe,a lot\n");
        String good = IntStream.range(10, 28)
                .mapToObj(d -> "good%d,g%d,2025-02-%dT08:00:00Z,2025-02-%dT10:00:00Z,20,40,80,10,11,AC,Z1\n"
                        .formatted(d, d, d, d))
                .collect(Collectors.joining());
        ingest.write(
                "charges.csv",
                IngestVehiclesRun.CHARGES,
                good,
                """
                energy_not_positive,v01,2025-02-01T08:00:00Z,2025-02-01T10:00:00Z,0,40,40,0,0,AC,Z1
                energy_of_other_unit,v02,2025-02-01T08:00:00Z,2025-02-01T10:00:00Z,20000,40,80,10,11,AC,Z1
                energy_over_capacity,v03,2025-02-01T08:00:00Z,2025-02-01T10:00:00Z,23.1,40,80,15,15,AC,Z1
                energy_over_power,v04,2025-02-01T08:00:00Z,2025-02-01T10:00:00Z,20,40,80,8,11,AC,Z1
                power_over_max,v05,2025-02-01T08:00:00Z,2025-02-01T10:00:00Z,20,40,80,12.2,11,AC,Z1
                power_implausible,v06,2025-02-01T08:00:00Z,2025-02-01T10:00:00Z,20,40,80,10,4001,AC,Z1
                negative_power,v07,2025-02-01T08:00:00Z,2025-02-01T10:00:00Z,20,40,80,-3,11,AC,Z1
                power_type_disagrees,v08,2025-02-01T08:00:00Z,2025-02-01T10:00:00Z,20,40,80,50.1,60,AC,Z1
                unknown_power_type,v09,2025-02-01T08:00:00Z,2025-02-01T10:00:00Z,20,40,80,10,11,three-phase,Z1
                soc_falls,v10,2025-02-01T08:00:00Z,2025-02-01T10:00:00Z,20,80,79,10,11,AC,Z1
                charge_over_a_week,v11,2025-02-01T08:00:00Z,2025-02-08T08:00:01Z,20,40,80,10,11,AC,Z1
                ok,v12,2025-02-01T08:00:00Z,2025-02-08T08:00:00Z,23,40,80,12.1,11,AC,
                overlap,v13,2025-02-01T08:00:00Z,2025-02-01T10:00:00Z,20,40,80,10,11,AC,Z1
                overlap2,v13,2025-02-01T09:59:59Z,2025-02-01T11:00:00Z,2,80,85,10,11,AC,Z1
                touching,v13,2025-02-01T11:00:00Z,2025-02-01T12:00:00Z,2,85,90,10,11,AC,Z1
                soc_jump,v14,2025-02-01T08:00:00Z,2025-02-01T10:00:00Z,20,40,80,10,11,AC,Z1
                soc_jump2,v14,2025-02-01T18:00:00Z,2025-02-01T20:00:00Z,10,74.9,95,10,11,AC,Z1
                """);
        ingest.write(
                "drives.csv",
                IngestVehiclesRun.DRIVES,
                """
                during,v15,2025-02-01T08:00:00Z,2025-02-01T08:30:00Z,20,3,80,75,1000,1020,5
                behind,v16,2025-02-01T08:00:00Z,2025-02-01T08:30:00Z,20,3,80,75,1000,1020,5
                behind2,v16,2025-02-01T09:00:00Z,2025-02-01T09:30:00Z,20,3,75,70,1000,1020,5
                """);
        ingest.write(
                "more.csv",
                IngestVehiclesRun.CHARGES,
                "in_drive,v15,2025-02-01T08:10:00Z,2025-02-01T08:20:00Z,1,75,76,10,11,AC,Z1\n");
        IngestVehiclesRun.Result result = ingest.run();
        assertBroken(ingest, 2);
        Map<String, Long> expected = new TreeMap<>(
                Map.of("bad_number", 1L, "capacity_implausible", 1L, "drive_during_charge", 1L, "odometer_behind", 1L));
        for (String code :
                "energy_not_positive energy_of_other_unit energy_over_capacity energy_over_power power_over_max power_implausible power_type_disagrees unknown_power_type soc_falls charge_over_a_week overlap soc_jump negative_power"
                        .split(" ")) {
            expected.put(code, 1L);
        }
        // what is a thousand times off is over capacity and power as well
        expected.put("energy_over_capacity", 2L);
        expected.put("energy_over_power", 2L);
        assertThat(Ingest.findings(result.record())).containsAllEntriesOf(expected);
        assertThat(ingest.lake()
                        .read(Charge.TABLE)
                        .where("charge_id like 'ok%'")
                        .count())
                .isEqualTo(1);
        assertThat(ingest.lake().read(Vehicle.TABLE).where("vehicle_id like 'w%'"))
                .hasRows("vehicle_id | battery_kwh\nw01 | 50000.0");
    }

    /** Rows in quarantine are there for the one reason that is their id. */
    private static void assertBroken(IngestVehiclesRun ingest, int rows) {
        var refused = ingest.lake()
                .read(Tables.QUARANTINE_VEHICLES)
                .where("source_file not like '%vehicles.csv'")
                .selectExpr("reasons", "raw")
                .collectAsList();
        assertThat(refused).hasSize(rows).allSatisfy(row -> assertThat(row.getList(0))
                .hasSize(1));
        for (Row row : refused) {
            String code = row.<String>getList(0).get(0);
            assertThat(row.getString(1)).contains(code.equals("missing_id") ? "v02" : code);
        }
    }
}
