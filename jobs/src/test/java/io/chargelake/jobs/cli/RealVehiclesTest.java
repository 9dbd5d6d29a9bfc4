package io.chargelake.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargelake.jobs.lake.TableFormat;
import io.chargelake.jobs.tables.Charge;
import io.chargelake.jobs.testing.TestSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real charges of three publishers by the mapping files that come along, where they are there. They are not part of the project;
 * without them a test says so and looks at nothing.
 */
class RealVehiclesTest {
    private static final Path DATA = Path.of("..", "..", "shared", "data");

    @TempDir
    Path folder;

    @Test
    void closedSessionsOfSapLastAsLongAsStated() throws IOException {
        if (isThere("sap/conso-ve-sap0.csv")) {
            var ingest = new IngestVehiclesRun(folder, TableFormat.DELTA);
            IngestVehiclesRun.Result result = ingest.run(DATA.resolve("sap"), "--mapping", mapping("sap"));
            assertThat(Ingest.findings(result.record()))
                    .containsEntry("no_end", 2L)
                    .containsEntry("energy_not_positive", 165L)
                    .containsEntry("overlap", 5L)
                    .doesNotContainKeys("duration_disagrees", "zone_assumed", "foreign_unit");
            assertThat(result.accounting()).isEqualTo("26823 = 26656 + 167 + 0");
            Dataset<Row> stated = csv("sap/conso-ve-sap0.csv", ";")
                    .selectExpr(
                            "`ID transaction` charge_id",
                            "double(`Duree totale (s)`) stated",
                            "double(`Consommation totale (Wh)`) wh");
            Row compared = ingest.lake()
                    .read(Charge.TABLE)
                    .join(stated, "charge_id")
                    .selectExpr(
                            "count(*)",
                            "count_if(abs(unix_seconds(end_time) - unix_seconds(start_time) - stated) <= 1)",
                            "count_if(energy_kwh = wh / 1000)")
                    .head();
            assertThat(compared.toString()).isEqualTo("[26656,26656,26656]");
        }
    }

    @Test
    void trondheimInItsZoneDisagreesElevenTimes() throws IOException {
        if (isThere("trondheim/charging_reports.csv")) {
            var ingest = new IngestVehiclesRun(folder, TableFormat.DELTA);
            IngestVehiclesRun.Result result = ingest.run(DATA.resolve("trondheim"), "--mapping", mapping("trondheim"));
            assertThat(Ingest.findings(result.record()))
                    .containsEntry("duration_disagrees", 11L)
                    .containsEntry("no_end", 34L);
            assertThat(ingest.lake()
                            .read(Charge.TABLE)
                            .selectExpr("min(start_time)", "max(if(charge_id = '3', energy_kwh, null))")
                            .head()
                            .toString())
                    .isEqualTo("[2018-12-21T09:20:00Z,29.87]");
        }
    }

    @Test
    void boulderIsLocalAsItsMappingSays() throws IOException {
        if (isThere("boulder/sessions.csv")) {
            var ingest = new IngestVehiclesRun(folder, TableFormat.DELTA);
            IngestVehiclesRun.Result result =
                    ingest.run(DATA.resolve("boulder"), "--mapping", mapping("boulder"), "--max-quarantined", "0.1");
            assertThat(Ingest.findings(result.record())).containsEntry("energy_not_positive", 2_097L);
            assertThat(ingest.lake()
                            .read(Charge.TABLE)
                            .where("charge_id = '1'")
                            .selectExpr("start_time", "end_time", "energy_kwh")
                            .head()
                            .toString())
                    .isEqualTo("[2018-01-12T22:54:00Z,2018-01-13T00:22:00Z,6.706]");
        }
    }

    private static String mapping(String name) {
        return Path.of("..", "conf", "mappings", name + ".yaml").toString();
    }

    private static Dataset<Row> csv(String file, String separator) {
        return TestSpark.session()
                .read()
                .option("header", "true")
                .option("sep", separator)
                .csv(DATA.resolve(file).toString());
    }

    private static boolean isThere(String file) {
        boolean there = Files.exists(DATA.resolve(file));
        if (!there) {
            System.out.println(
                    "RealVehiclesTest: " + DATA.resolve(file).toAbsolutePath().normalize()
                            + " is not there, so these charges are not looked at");
        }
        return there;
    }
}
