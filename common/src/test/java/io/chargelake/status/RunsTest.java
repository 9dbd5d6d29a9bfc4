package io.chargelake.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RunsTest {
    record Row(int device, long first, long last, int polls, byte status) {}

    static List<Row> rows(Runs runs) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            rows.add(new Row(runs.device(i), runs.first(i), runs.last(i), runs.polls(i), runs.status(i)));
        }
        return rows;
    }

    static Runs runs(List<Row> rows) {
        Runs runs = new Runs(0);
        rows.forEach(row -> runs.add(row.device(), row.first(), row.last(), row.polls(), row.status()));
        return runs;
    }

    /** Any runs at all, also beyond 2038 and of far-apart devices. */
    static Arbitrary<List<Row>> anyRows() {
        Arbitrary<Long> firsts = Arbitraries.oneOf(
                Arbitraries.longs().between(0, Runs.MAX_SECOND),
                Arbitraries.longs().between(1_000_000, 1_000_500));
        Arbitrary<Integer> polls = Arbitraries.integers().between(1, 5000);
        Arbitrary<Integer> steps = Arbitraries.integers().between(1, 900);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 3000), firsts, polls, steps, Arbitraries.of(Status.class))
                .as(RunsTest::row)
                .list()
                .ofMaxSize(200);
    }

    private static Row row(int device, long first, int polls, int step, Status status) {
        long last = Math.min(Runs.MAX_SECOND, first + (polls - 1L) * step);
        int count = last == first ? 1 : (int) Math.max(2, Math.min(polls, last - first + 1));
        return new Row(device, first, last, count, status.code());
    }

    @Provide
    Arbitrary<List<Row>> rows() {
        return anyRows();
    }

    @Property(tries = 200)
    void grouped_runs_are_the_same_by_device_then_first_second(@ForAll("rows") List<Row> rows) {
        Comparator<Row> order = Comparator.comparingInt(Row::device).thenComparingLong(Row::first);
        assertThat(rows(runs(rows).grouped()))
                .isEqualTo(rows.stream().sorted(order).toList());
    }

    @Test
    void runs_that_no_polls_can_make_are_refused() {
        Runs runs = new Runs();
        assertRefused(() -> runs.add(-1, 0, 0, 1, (byte) 0));
        assertRefused(() -> runs.add(0, 5, 4, 2, (byte) 0));
        assertRefused(() -> runs.add(0, 5, 6, 1, (byte) 0));
        assertRefused(() -> runs.add(0, 5, 6, 3, (byte) 0));
        assertRefused(() -> runs.add(0, 5, 5, 0, (byte) 0));
        assertRefused(() -> runs.add(0, -1, 5, 2, (byte) 0));
        assertRefused(() -> runs.add(0, 5, Runs.MAX_SECOND + 1, 2, (byte) 0));
        assertRefused(() -> runs.add(0, 5, 5, 1, (byte) 9));
        assertThat(runs.size()).isZero();
    }

    private static void assertRefused(Runnable add) {
        assertThatIllegalArgumentException().isThrownBy(add::run).withMessageStartingWith("Cannot keep run: device ");
    }
}
