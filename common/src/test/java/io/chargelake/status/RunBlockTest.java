package io.chargelake.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.chargelake.status.RunsTest.Row;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RunBlockTest {
    @Provide
    Arbitrary<List<Row>> rows() {
        return RunsTest.anyRows();
    }

    @Property(tries = 200)
    void a_block_gives_back_its_runs_by_device_then_time(@ForAll("rows") List<Row> rows) {
        Runs runs = RunsTest.runs(rows);
        Runs back = RunBlock.decode(RunBlock.encode(runs));
        assertThat(RunsTest.rows(back)).isEqualTo(RunsTest.rows(runs.grouped()));
    }

    @Test
    void a_cut_or_lengthened_block_is_refused() {
        byte[] block = RunBlock.encode(typicalRuns(3, 5));
        for (int length = 0; length < block.length; length++) {
            byte[] cut = Arrays.copyOf(block, length);
            assertThatIllegalArgumentException()
                    .as("cut to %d bytes", length)
                    .isThrownBy(() -> RunBlock.decode(cut))
                    .withMessageStartingWith("Cannot decode ");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RunBlock.decode(Arrays.copyOf(block, block.length + 1)))
                .withMessageContaining("bytes follow its end");
    }

    @Test
    void a_block_of_another_version_is_refused() {
        byte[] block = RunBlock.encode(typicalRuns(1, 1));
        block[0] = 9;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RunBlock.decode(block))
                .withMessage("Cannot decode run block: version 9 (2 is known)");
    }

    @Test
    void typical_runs_take_at_most_six_bytes() {
        Runs runs = typicalRuns(500, 200);
        assertThat((double) RunBlock.encode(runs).length / runs.size()).isLessThan(6);
    }

    /** Polls every ten minutes with some jitter, a change of status every few hours. */
    private static Runs typicalRuns(int devices, int runsEach) {
        Random random = new Random(7);
        Runs runs = new Runs();
        for (int device = 0; device < devices; device++) {
            long at = 1_735_689_600L + random.nextInt(20);
            for (int i = 0; i < runsEach; i++) {
                int polls = 2 + random.nextInt(60);
                long last = at + (polls - 1) * 600L + random.nextInt(41) - 20;
                runs.add(device, at, last, polls, (byte) (i % 2 == 0 ? 1 : 4));
                at = last + 580 + random.nextInt(41);
            }
        }
        return runs;
    }
}
