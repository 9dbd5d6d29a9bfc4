package io.chargelake.jobs.lake.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.Layer;
import io.chargelake.jobs.tables.Table;
import io.chargelake.jobs.testing.TestSpark;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableFilesTest {
    private static final LocalDate DAY = LocalDate.parse("2025-03-30");
    private static final List<String> WORDS = List.of("zulu", "alpha", "mike", "\u00fcber");
    private static final Col ID = Col.string("id").required();
    private static final Col AT = Col.timestamp("at").required();
    private static final Col AMOUNT = Col.real("amount");
    private static final Col NOTE = Col.string("note");
    private static final Col COUNT = Col.bigint("count").required();
    private static final Col DONE = Col.bool("done").required();
    private static final Col FLAGS = Col.strings("flags").required();
    private static final Table TABLE = Table.of(
                    "things", Layer.GOLD, "things", ID, AT, AMOUNT, NOTE, COUNT, DONE, FLAGS)
            .byDayOf(AT);

    private record Thing(String id, long at, Double amount, String note, int count, boolean done, int flags) {

        static Thing random(Random random, int i) {
            return new Thing(
                    "id " + i,
                    random.nextLong(1_743_300_000_000_000L, 1_743_380_000_000_000L),
                    random.nextInt(3) == 0 ? null : random.nextLong(-9_000_000, 90_000_000) / 1e6,
                    random.nextInt(4) == 0 ? null : "note " + random.nextInt(5),
                    random.nextInt(40) - 20,
                    random.nextBoolean(),
                    random.nextInt(3) == 0 ? 0 : random.nextInt(1 << WORDS.size()));
        }

        List<String> words() {
            return IntStream.range(0, WORDS.size())
                    .filter(i -> (flags >>> i & 1) == 1)
                    .mapToObj(WORDS::get)
                    .toList();
        }

        String text() {
            return String.join("|", id, at + "", amount + "", note + "", count + "", done + "", words() + "");
        }
    }

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 9, 1000})
    void whatIsWrittenIsRead(int count) throws IOException {
        Random random = new Random(count);
        List<Thing> things =
                IntStream.range(0, count).mapToObj(i -> Thing.random(random, i)).toList();
        assertThat(texts(written(things)))
                .isEqualTo(things.stream().map(Thing::text).toList());
    }

    @Test
    void columnsWithoutAValueAreRead() throws IOException {
        List<Thing> things = IntStream.range(0, 20)
                .mapToObj(i -> new Thing("id " + i, i, null, null, 0, false, 0))
                .toList();
        assertThat(texts(written(things)))
                .isEqualTo(things.stream().map(Thing::text).toList());
    }

    /** Readers skip by the bounds in the files: wrong ones would lose rows. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "amount > 40",
                "amount < -1",
                "amount = 0 OR amount IS NULL",
                "at >= timestamp_micros(1743340000000000)",
                "done",
                "NOT done",
                "count = -20",
                "note = 'note 4'",
                "id < 'id 3'",
                "array_contains(flags, 'alpha')",
                "size(flags) = 0"
            })
    void conditionsFindTheirRows(String condition) throws IOException {
        Random random = new Random(5);
        List<Thing> things =
                IntStream.range(0, 500).mapToObj(i -> Thing.random(random, i)).toList();
        Dataset<Row> rows = written(things);
        Dataset<Row> inMemory = TestSpark.session().createDataFrame(rows.collectAsList(), rows.schema());
        assertThat(texts(rows.where(condition))).isNotEmpty().isEqualTo(texts(inMemory.where(condition)));
    }

    @Test
    void daysComeOneAfterTheOther() throws IOException {
        CodedColumn count = CodedColumn.ints(Col.integer("count").required());
        Table table = Table.of("counts", Layer.GOLD, "counts", AT, count.col()).byDayOf(AT);
        PlainColumn at = PlainColumn.micros(AT);
        FileTarget target = FileTarget.of(TestSpark.session(), folder.toUri().toString(), Map.of());
        TableFiles files = new TableFiles(target, table, List.of(at, count));
        for (LocalDate day : List.of(DAY, DAY.plusDays(1), DAY.plusDays(2))) {
            files.begin(day);
            if (!day.equals(DAY.plusDays(1))) {
                at.add(0);
                count.add(day.getDayOfMonth());
                files.endRow();
                assertThatThrownBy(() -> files.begin(day))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageEndingWith(day + " is not finished");
            }
            assertThat(files.finish()).hasSize(day.equals(DAY.plusDays(1)) ? 0 : 1);
        }
        assertThat(TestSpark.session().read().parquet(folder.toString()).select("day", "count").collectAsList().stream()
                        .map(Row::toString))
                .containsExactlyInAnyOrder("[2025-03-30,30]", "[2025-04-01,1]");
    }

    @Test
    void aColumnOfAnotherTypeIsRefused() {
        assertThatThrownBy(() -> PlainColumn.micros(AMOUNT))
                .hasMessage("Cannot write column amount as timestamp: it is double");
        assertThatThrownBy(() -> new BitColumn(Col.bool("maybe")))
                .hasMessage("Cannot write column maybe: it may be null");
        assertThatThrownBy(() -> new SetColumn(FLAGS, WORDS).add(16)).hasMessage("Cannot write set 16 of 4 words");
        assertThatThrownBy(() -> PlainColumn.reals(Col.real("sure").required()).add(Double.NaN))
                .hasMessage("Cannot write column sure: a value is missing");
    }

    private Dataset<Row> written(List<Thing> things) throws IOException {
        BytesColumn id = new BytesColumn(ID);
        PlainColumn at = PlainColumn.micros(AT);
        PlainColumn amount = PlainColumn.reals(AMOUNT);
        BytesColumn note = new BytesColumn(NOTE);
        CodedColumn count = CodedColumn.longs(COUNT);
        BitColumn done = new BitColumn(DONE);
        SetColumn flags = new SetColumn(FLAGS, WORDS);
        FileTarget target = FileTarget.of(TestSpark.session(), folder.toUri().toString(), Map.of());
        TableFiles files = new TableFiles(target, TABLE, List.of(id, at, amount, note, count, done, flags));
        files.begin(DAY);
        for (Thing thing : things) {
            id.add(thing.id.getBytes(StandardCharsets.UTF_8));
            at.add(thing.at);
            amount.add(thing.amount == null ? Double.NaN : thing.amount);
            note.add(thing.note);
            count.add(thing.count);
            done.add(thing.done);
            flags.add(thing.flags);
            files.endRow();
        }
        assertThat(files.finish()).singleElement().satisfies(made -> assertThat(made.rows())
                .isEqualTo(things.size()));
        return TestSpark.session().read().schema(TABLE.schema()).parquet(folder.toString());
    }

    private static List<String> texts(Dataset<Row> rows) {
        List<String> texts = new ArrayList<>();
        for (Row row : rows.collectAsList()) {
            Instant at = row.getInstant(1);
            texts.add(String.join(
                    "|",
                    row.getString(0),
                    at.getEpochSecond() * 1_000_000 + at.getNano() / 1000 + "",
                    row.get(2) + "",
                    row.get(3) + "",
                    row.get(4) + "",
                    row.get(5) + "",
                    row.getList(6) + ""));
        }
        return texts;
    }
}
