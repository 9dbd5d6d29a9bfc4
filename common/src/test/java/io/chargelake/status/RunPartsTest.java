package io.chargelake.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RunPartsTest {
    private static final int DAY_S = 86_400;

    private record Part(long first, long last, int polls) {}

    private final RunParts parts = new RunParts();

    @Test
    void a_run_within_a_day_needs_no_parts() {
        parts.add(100, 700, 2);
        parts.add(800, 86_399, 3);
        byte[] taken = parts.take();
        assertThat(taken).isEmpty();
        assertThat(read(100, 86_399, 5, taken)).containsExactly(new Part(100, 86_399, 5));
    }

    @Test
    void a_run_that_crosses_midnights_has_a_part_for_each_day_with_polls() {
        parts.add(DAY_S - 600, DAY_S - 600, 1);
        parts.add(DAY_S, 2 * DAY_S - 600, 143);
        parts.add(2 * DAY_S - 300, 2 * DAY_S - 1, 2);
        parts.add(4 * DAY_S + 5, 4 * DAY_S + 5, 1);
        assertThat(read(DAY_S - 600, 4 * DAY_S + 5, 147, parts.take()))
                .containsExactly(
                        new Part(DAY_S - 600, DAY_S - 600, 1),
                        new Part(DAY_S, 2 * DAY_S - 1, 145),
                        new Part(4 * DAY_S + 5, 4 * DAY_S + 5, 1));
    }

    @Property(tries = 200)
    void parts_of_run_after_run_come_back(@ForAll long seed) {
        Random random = new Random(seed);
        RunParts writer = new RunParts();
        for (int run = 0; run < 5; run++) {
            List<Part> expected = new ArrayList<>();
            int days = 1 + random.nextInt(4);
            for (long day = random.nextInt(20_000); expected.size() < days; day += 1 + random.nextInt(2)) {
                long first = day * DAY_S + random.nextInt(DAY_S / 2);
                long last = first + random.nextInt(DAY_S / 2);
                expected.add(new Part(first, last, 1 + random.nextInt((int) (last - first) + 1)));
            }
            expected.forEach(part -> writer.add(part.first(), part.last(), part.polls()));
            Part first = expected.get(0);
            Part last = expected.get(days - 1);
            int polls = expected.stream().mapToInt(Part::polls).sum();
            assertThat(read(first.first(), last.last(), polls, writer.take())).isEqualTo(expected);
        }
    }

    @Test
    void damaged_parts_are_refused() {
        parts.add(0, 10, 2);
        parts.add(DAY_S, DAY_S + 10, 2);
        byte[] taken = parts.take();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(0, DAY_S + 10, 4, Arrays.copyOf(taken, taken.length - 1)))
                .withMessageContaining("it ends within a number");
    }

    private static List<Part> read(long first, long last, int polls, byte[] parts) {
        List<Part> read = new ArrayList<>();
        RunParts.read(first, last, polls, parts, (f, l, n) -> read.add(new Part(f, l, n)));
        return read;
    }
}
