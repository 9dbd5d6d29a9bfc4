package io.chargelake.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargelake.jobs.lake.Lake;
import io.chargelake.jobs.lake.Lakes;
import io.chargelake.jobs.lake.Storage;
import io.chargelake.jobs.lake.TableFormat;
import io.chargelake.jobs.tables.ChargingPoint;
import io.chargelake.jobs.tables.ChargingStation;
import io.chargelake.jobs.tables.Connector;
import io.chargelake.jobs.tables.History;
import io.chargelake.jobs.tables.StatusChargingpoints;
import io.chargelake.jobs.tables.StatusConnectors;
import io.chargelake.jobs.tables.Table;
import io.chargelake.jobs.testing.TestSpark;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real polls, where they are there: three raw answers of a German API, held against the tables that someone else made of the same
 * answers. They are not part of the project; without them the test says so and looks at nothing.
 */
class RealPollsTest {
    private static final Path DATA = Path.of("..", "..", "shared", "data", "chargecloud");

    @TempDir
    Path folder;

    @Test
    void everyValueIsThatOfTheFlatFilesMadeBySomeoneElse() {
        if (!Files.isDirectory(DATA)) {
            System.out.println("RealPollsTest: " + DATA.toAbsolutePath().normalize()
                    + " is not there, so real polls are not looked at");
            return;
        }
        Command run = ingest();
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("\"read\":15717,\"accepted\":15717,\"quarantined\":0,\"deduplicated\":0");
        assertThat(run.out()).contains("\"findings\":[]");
        assertSame(
                "status_cps",
                7_284,
                "id, cast(timestamp as timestamp) t, status, nullif(parkingsensor_status, '-') sensor",
                lake().read(StatusChargingpoints.TABLE)
                        .selectExpr("id_chargingpoint", "query_time", "status_cp", "status_parkingsensor"));
        assertSame(
                "status_connectors",
                8_433,
                "id, cast(timestamp as timestamp) t, status",
                lake().read(StatusConnectors.TABLE).selectExpr("id_connector", "query_time", "status_connector"));
        assertSame(
                "charging_stations",
                1_162,
                "cast(id as int), name, address, city, postal_code, country, owner, cast(roaming as boolean), cast(longitude as double), "
                        + "cast(latitude as double), operator_name, operator_hotline, cast(open_24_7 as boolean)",
                lake().read(ChargingStation.TABLE).drop(ChargingStation.SOURCE_ID.name()));
        assertThat(lake().read(ChargingStation.TABLE)
                        .where(ChargingStation.OPEN_24_7.col())
                        .count())
                .isEqualTo(1_125);
        assertSame(
                "charging_points",
                2_428,
                "id, cast(id_cs as int), chargingStationPosition, chargePointPosition, vehicle_type, floor_level",
                lake().read(ChargingPoint.TABLE));
        assertSame(
                "connectors",
                2_811,
                "id, id_cp, format, power_type, cast(ampere as int), cast(voltage as int), cast(max_power as int), standard",
                lake().read(Connector.TABLE));
        for (Table dimension : List.of(ChargingStation.TABLE, ChargingPoint.TABLE, Connector.TABLE)) {
            assertThat(lake().read(History.of(dimension)).count())
                    .isEqualTo(lake().read(dimension).count());
        }
        System.out.println("RealPollsTest: all values of 15,717 facts and 6,401 rows of dimensions are equal");
    }

    private Command ingest() {
        return Command.run(
                "ingest-status",
                "--format",
                "chargecloud",
                "--input",
                DATA.resolve("raw").toString(),
                "--lake",
                lakePath(),
                "--json");
    }

    private static void assertSame(String file, long rows, String select, Dataset<Row> ours) {
        Dataset<Row> theirs = TestSpark.session()
                .read()
                .option("header", "true")
                .option("sep", ";")
                .option("quote", "\"")
                .option("escape", "\"")
                .option("multiLine", "true")
                .csv(DATA.resolve(file + ".csv").toString())
                .selectExpr(select.split(", (?![^(]*\\))"));
        assertThat(theirs.count()).isEqualTo(rows);
        assertThat(ours.exceptAll(theirs).limit(5).collectAsList()).as(file).isEmpty();
        assertThat(theirs.exceptAll(ours).limit(5).collectAsList()).as(file).isEmpty();
    }

    private Lake lake() {
        return Lakes.open(
                TestSpark.session(),
                Storage.uri(lakePath()),
                Optional.of(TableFormat.DELTA),
                Lakes.Access.READ,
                Optional.empty());
    }

    private String lakePath() {
        return folder.resolve("lake").toString();
    }
}
