package io.chargelake.jobs.lake;

import static io.chargelake.jobs.testing.DatasetAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.Layer;
import io.chargelake.jobs.tables.Table;
import io.chargelake.jobs.testing.InlineTable;
import io.chargelake.jobs.testing.LakePlace;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LakeTest {
    private static final Col AT = Col.timestamp("at").required();
    private static final Col DEVICE = Col.string("device").required();
    private static final Col VALUE = Col.integer("value");
    private static final Table READINGS = Table.of("readings", Layer.CLEAN, "Readings", AT, DEVICE, VALUE)
            .byDayOf(AT)
            .key(DEVICE, AT)
            .clusterBy(DEVICE, AT);
    private static final Table DEVICES =
            Table.of("devices", Layer.CLEAN, "Devices", DEVICE, VALUE).key(DEVICE);

    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final LocalDate SECOND = FIRST.plusDays(1);
    private static final String TWO_DAYS =
            """
            at                   | device | value
            2025-01-01T10:00:00Z | a      | 1
            2025-01-01T11:00:00Z | b      |
            2025-01-02T10:00:00Z | a      | 3
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aTableThatWasNeverWrittenReadsAsEmpty(LakePlace place) {
        Lake lake = place.open(place.root(folder));
        assertThat(lake.has(READINGS)).isFalse();
        assertThat(lake.tables()).isEmpty();
        assertThat(lake.read(READINGS)).isEmpty();
        assertThat(lake.read(READINGS).columns()).containsExactly("at", "device", "value", "day");
    }

    @ParameterizedTest
    @EnumSource
    void replacingDaysTwiceLeavesTheSameRowsAndOtherDaysUntouched(LakePlace place) {
        Lake lake = place.open(place.root(folder));
        lake.replaceDays(READINGS, Set.of(FIRST, SECOND), rows(TWO_DAYS));
        List<String> filesOfSecond = files(lake, SECOND);
        for (int i = 0; i < 2; i++) {
            Written written = lake.replaceDays(
                    READINGS, Set.of(FIRST), rows("at | device | value\n2025-01-01T12:00:00Z | c | 9"));
            assertThat(written.rows()).isEqualTo(1);
            assertThat(lake.read(READINGS))
                    .hasRows(
                            """
                            at                   | device | value | day
                            2025-01-01T12:00:00Z | c      | 9     | 2025-01-01
                            2025-01-02T10:00:00Z | a      | 3     | 2025-01-02
                            """);
        }
        assertThat(files(lake, SECOND)).isEqualTo(filesOfSecond);
        assertThat(lake.version(READINGS)).isEqualTo(lake.state("readings").version());
    }

    @ParameterizedTest
    @EnumSource
    void replacingADayByNothingEmptiesIt(LakePlace place) {
        Lake lake = place.open(place.root(folder));
        lake.replaceDays(READINGS, Set.of(FIRST, SECOND), rows(TWO_DAYS));
        assertThat(lake.days(READINGS)).containsExactly(FIRST, SECOND);
        lake.replaceDays(READINGS, Set.of(FIRST), rows(TWO_DAYS).limit(0));
        assertThat(lake.days(READINGS)).containsExactly(SECOND);
        assertThat(lake.read(READINGS)).hasRows("device | day\na | 2025-01-02");
    }

    @ParameterizedTest
    @EnumSource
    void mergingInsertsUpdatesAndLeavesWhatIsTheSame(LakePlace place) {
        Lake lake = place.open(place.root(folder));
        lake.merge(DEVICES, devices("device | value\na | 1\nb | 2\nc |"));
        Written written = lake.merge(DEVICES, devices("device | value\na | 1\nb | 5\nd | 4"));
        assertThat(lake.read(DEVICES)).hasRows("device | value\na | 1\nb | 5\nc |\nd | 4");
        assertThat(written.table()).isEqualTo("devices");
        lake.merge(DEVICES, devices("device | value\nb | 5"));
        assertThat(lake.read(DEVICES)).hasRows("device | value\na | 1\nb | 5\nc |\nd | 4");
    }

    @ParameterizedTest
    @EnumSource
    void aRunAppendsOnce(LakePlace place) {
        Lake lake = place.open(place.root(folder));
        for (int i = 0; i < 2; i++) {
            lake.append(READINGS, rows(TWO_DAYS), "run-1", "hash-1");
        }
        assertThat(lake.read(READINGS).count()).isEqualTo(3);
        lake.append(READINGS, rows(TWO_DAYS), "run-2", "hash-1");
        assertThat(lake.read(READINGS).count()).isEqualTo(6);
    }

    @ParameterizedTest
    @EnumSource
    void aRunIdThatComesBackWithOtherRowsIsRefused(LakePlace place) {
        Lake lake = place.open(place.root(folder));
        lake.append(READINGS, rows(TWO_DAYS), "run-1", "hash-1");
        assertThatThrownBy(() -> lake.append(READINGS, rows(TWO_DAYS), "run-1", "hash-2"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("run-1")
                .hasMessageContaining("--run-id");
        assertThat(lake.read(READINGS).count()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void aColumnDeclaredLaterIsAddedAndReadsAsNullInOlderRows(LakePlace place) {
        Lake lake = place.open(place.root(folder));
        lake.merge(DEVICES, devices("device | value\na | 1"));
        Col city = Col.string("city");
        Table wider =
                Table.of("devices", Layer.CLEAN, "Devices", DEVICE, VALUE, city).key(DEVICE);
        assertThat(lake.read(wider)).hasRows("device | value | city\na | 1 |");
        lake.merge(wider, InlineTable.of(wider, "device | value | city\nb | 2 | Ulm"));
        assertThat(lake.read(wider)).hasRows("device | value | city\na | 1 |\nb | 2 | Ulm");
        assertThat(lake.read(DEVICES)).hasRows("device | value\na | 1\nb | 2");
    }

    @ParameterizedTest
    @EnumSource
    void aSecondLookAtTheLakeFindsItsTables(LakePlace place) {
        URI root = place.root(folder);
        Lake lake = place.open(root);
        lake.replaceDays(READINGS, Set.of(FIRST, SECOND), rows(TWO_DAYS));
        lake.replace(DEVICES, devices("device | value\na | 1"));
        assertThat(place.open(root).tables()).containsExactly("devices", "readings");
        TableState state = place.open(root).state("readings");
        assertThat(state.rows()).isEqualTo(3);
        assertThat(state.files()).isBetween(2L, 3L);
        assertThat(state.bytes()).isPositive();
    }

    private static List<String> files(Lake lake, LocalDate day) {
        return List.of(lake.read(READINGS).where(Table.DAY.col().equalTo(day)).inputFiles());
    }

    private static Dataset<Row> rows(String text) {
        return InlineTable.of(READINGS, text);
    }

    private static Dataset<Row> devices(String text) {
        return InlineTable.of(DEVICES, text);
    }
}
