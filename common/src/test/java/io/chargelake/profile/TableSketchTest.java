package io.chargelake.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TableSketchTest {
    private static final String[] HEADER = {"drive_id", "start_time", "energy_kwh", "note"};

    @Provide
    Arbitrary<List<String[]>> rows() {
        Arbitrary<String> cell = Arbitraries.of(
                null,
                "",
                "NA",
                "1",
                "2.5",
                "3,5",
                "2025-03-30 02:30",
                "2025-06-01T00:00:00Z",
                "13.01.2025",
                "KÃ¶ln",
                "x");
        return cell.array(String[].class).ofSize(HEADER.length).list().ofMaxSize(60);
    }

    @Property(tries = 200)
    void howRowsArePartedAndOrderedMakesNoDifference(@ForAll("rows") List<String[]> rows, @ForAll Random random)
            throws Exception {
        var shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);
        int one = random.nextInt(rows.size() + 1);
        int two = one + random.nextInt(rows.size() + 1 - one);
        TableSketch first = Filled.of(HEADER, shuffled.subList(0, one), 0);
        TableSketch second = Filled.of(HEADER, shuffled.subList(one, two), 0);
        TableSketch third = Filled.of(HEADER, shuffled.subList(two, rows.size()), 0);
        TableSketch merged = sent(third).merge(sent(first).merge(sent(second)));
        assertThat(Profiler.of("t", merged, Filled.AS_OF))
                .isEqualTo(Profiler.of("t", Filled.of(HEADER, rows, 0), Filled.AS_OF));
    }

    @Property(tries = 200)
    void everyValueIsCountedOnce(@ForAll("rows") List<String[]> rows) {
        TableProfile profile = Profiler.of("t", Filled.of(HEADER, rows, 0), Filled.AS_OF);
        assertThat(profile.rows().all()).isEqualTo(rows.size());
        for (int i = 0; i < HEADER.length && !rows.isEmpty(); i++) {
            int column = i;
            ColumnProfile.Missing missing = profile.columns().get(i).missing();
            assertThat(missing.expected()).isEqualTo(rows.size());
            assertThat(missing.nulls())
                    .isEqualTo(
                            rows.stream().filter(cells -> cells[column] == null).count());
            assertThat(missing.blanks())
                    .isEqualTo(rows.stream()
                            .filter(cells -> "".equals(cells[column]))
                            .count());
            assertThat(missing.nulls() + missing.blanks() + missing.words() + missing.given())
                    .isEqualTo(rows.size());
        }
    }

    @Test
    void quantilesOfManyRowsAreNearAndTheSameHoweverTheRowsAreParted() {
        String[] header = {"value"};
        TableSketch whole = Filled.blank(header);
        TableSketch odd = Filled.blank(header);
        TableSketch even = Filled.blank(header);
        IntStream.range(0, 100_000).forEach(i -> {
            String[] row = {Integer.toString(i)};
            Filled.add(whole, header, row, 0);
            Filled.add(i % 2 == 0 ? even : odd, header, row, 0);
        });
        TableProfile profile = Profiler.of("t", whole, Filled.AS_OF);
        assertThat(profile).isEqualTo(Profiler.of("t", odd.merge(even), Filled.AS_OF));
        assertThat(profile.rows().isWhole()).isFalse();
        assertThat(profile.rows().sampled()).isBetween(4_096, 8_192);
        var numbers = (ColumnProfile.Numbers) profile.columns().get(0).summary().orElseThrow();
        assertThat(numbers.min()).isZero();
        assertThat(numbers.max()).isEqualTo(99_999);
        Quantiles quantiles = numbers.quantiles().orElseThrow();
        assertThat(quantiles.p05()).isBetween(3_000.0, 7_000.0);
        assertThat(quantiles.p50()).isBetween(47_000.0, 53_000.0);
        assertThat(quantiles.p95()).isBetween(93_000.0, 97_000.0);
    }

    @Test
    void aValueThatIsRareAmongManyIsNoCommonOne() {
        TableSketch sketch = Filled.blank("status");
        IntStream.range(0, 20_000)
                .forEach(i -> Filled.add(
                        sketch, new String[] {"status"}, new String[] {i % 10 == 0 ? "CHARGING" : "s" + i}, 0));
        ColumnProfile status = Profiler.of("t", sketch, Filled.AS_OF).columns().get(0);
        assertThat(status.top()).hasSize(1);
        assertThat(status.top().get(0).value()).isEqualTo("CHARGING");
        assertThat(status.top().get(0).count()).isBetween(2_000L, 2_140L);
    }

    @Test
    void columnsBeyondTheMostAreCountedAndSaid() {
        TableSketch sketch = Filled.blank();
        sketch.beginRow();
        IntStream.range(0, TableSketch.MOST_COLUMNS + 3)
                .forEach(i -> sketch.integer(sketch.column("c" + i, "number"), i));
        sketch.endRow(0);
        TableProfile profile = Profiler.of("t", sketch, Filled.AS_OF);
        assertThat(profile.columns()).hasSize(TableSketch.MOST_COLUMNS);
        assertThat(profile.notes())
                .containsExactly("only the first 1,000 columns are looked at; 3 values are in others");
    }

    @Test
    void valuesOfAListAreExpectedOnceAnElement() {
        TableSketch sketch = Filled.blank();
        sketch.beginRow();
        for (int i = 0; i < 3; i++) {
            sketch.element("evses");
            if (i > 0) {
                sketch.text(sketch.column("evses[].id", "string"), "e" + i);
            }
        }
        sketch.endRow(0);
        assertThat(Profiler.of("t", sketch, Filled.AS_OF).columns().get(0).missing())
                .isEqualTo(new ColumnProfile.Missing(3, 1, 0, 0, 2));
    }

    private static TableSketch sent(TableSketch sketch) throws IOException, ClassNotFoundException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(sketch);
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (TableSketch) in.readObject();
        }
    }
}
