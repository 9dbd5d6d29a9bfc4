package io.chargelake.jobs.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.chargelake.jobs.dashboard.store.Snapshot;
import io.chargelake.jobs.lake.TableFormat;
import io.chargelake.jobs.tables.Utilization;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** New versions appear when the run that made them is done, and not before. */
class RefreshTest {
    private static final String ASKED = "occupancy?level=point&key=P1";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aNewVersionAppearsWithItsRun(TableFormat format) {
        Town town = new Town(folder.resolve("lake"), format);
        town.network();
        town.occupancy(1);
        try (Served served = Served.of(town.folder())) {
            List<String> before = shares(served);
            String tag = tag(served);
            town.occupancy(5);
            assertThat(shares(served)).as("nobody looked yet").isEqualTo(before);
            assertThat(served.store().refresh()).isTrue();
            assertThat(shares(served)).isNotEqualTo(before).hasSameSizeAs(before);
            assertThat(tag(served)).isNotEqualTo(tag);
            assertThat(served.store().refresh()).as("nothing is new any more").isFalse();
        }
    }

    @Test
    void whatAFailedRunWroteIsNotShown() {
        Town town = new Town(folder.resolve("lake"), TableFormat.DELTA);
        town.network();
        town.occupancy(1);
        try (Served served = Served.of(town.folder())) {
            List<String> before = shares(served);
            town.run(
                    "occupancy",
                    "failed",
                    town.write(Utilization.TABLE, "level | key | period | period_start\nx | y | day | 2025-01-01\n"));
            served.store().refresh();
            assertThat(shares(served)).isEqualTo(before);
            assertThat(Served.rows(served.answer("data"), "runs", "status").get(0))
                    .isEqualTo("failed");
        }
    }

    @Test
    void aSnapshotThatIsReadStaysAsItIs() {
        Town town = new Town(folder.resolve("lake"), TableFormat.DELTA);
        town.network();
        town.occupancy(1);
        try (Served served = Served.of(town.folder());
                Snapshot old = served.store().snapshot()) {
            Object[] before = sum(old);
            for (int tenths = 2; tenths < 5; tenths++) {
                town.occupancy(tenths);
                served.store().refresh();
            }
            assertThat(sum(old)).isEqualTo(before);
            try (Snapshot now = served.store().snapshot()) {
                assertThat(sum(now)).isNotEqualTo(before);
            }
        }
    }

    private static Object[] sum(Snapshot snapshot) {
        return snapshot.rows("SELECT CAST(sum(occupied_s) AS BIGINT) FROM device_hour")
                .get(0);
    }

    @Test
    void anEmptyLakeTellsWhichJobsMakeWhat() {
        Town town = new Town(folder.resolve("lake"), TableFormat.DELTA);
        town.run("generate");
        try (Served served = Served.of(town.folder())) {
            for (String page : List.of(
                    "meta",
                    "network",
                    "occupancy",
                    "occupancy?level=city",
                    "forecast",
                    "anomalies",
                    "vehicles",
                    "data")) {
                JsonNode answer = served.answer(page);
                List<String> missing = new ArrayList<>();
                answer.path("missing")
                        .forEach(table -> missing.add(table.path("job").asText()));
                assertThat(missing).as(page).isNotEmpty();
            }
            assertThat(served.answer("anomalies").path("missing").toString())
                    .isEqualTo("[{\"table\":\"anomaly\",\"job\":\"anomalies\"}]");
            town.network();
            served.store().refresh();
            assertThat(Served.rows(served.answer("network"), "stations", "id")).hasSize(3);
            assertThat(served.faults()).isEmpty();
        }
    }

    private static List<String> shares(Served served) {
        return Served.rows(served.answer(ASKED), "by_hour_of_week", "weekday", "hour", "occupied_share");
    }

    private static String tag(Served served) {
        return served.get("/api/" + ASKED).headers().firstValue("ETag").orElseThrow();
    }
}
