package io.chargelake.status;

import static io.chargelake.status.Status.AVAILABLE;
import static io.chargelake.status.Status.CHARGING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunStitcherTest {
    private static final PollTiming TIMING = new PollTiming(10, 30);

    private final Runs runs = new Runs();
    private final List<String> seen = new ArrayList<>();
    private final RunSink sink = new RunSink() {
        @Override
        public void part(long first, long last, int polls) {
            seen.add("part " + first + "-" + last + " " + polls);
        }

        @Override
        public void run(int device, byte status, long start, long end, int polls) {
            seen.add("run " + device + " " + start + "-" + end + " " + polls);
        }

        @Override
        public void endDevice(int device) {
            seen.add("end " + device);
        }
    };

    @Test
    void parts_come_before_the_run_they_make() {
        runs.addPoll(0, 100, AVAILABLE.code());
        runs.add(0, 110, 140, 4, AVAILABLE.code());
        runs.addPoll(0, 150, CHARGING.code());
        runs.addPoll(1, 100, CHARGING.code());
        stitch(RunStitcher.NO_POLL);
        assertThat(seen)
                .containsExactly(
                        "part 100-100 1",
                        "part 110-140 4",
                        "run 0 100-150 5",
                        "part 150-150 1",
                        "run 0 150-160 1",
                        "end 0",
                        "part 100-100 1",
                        "run 1 100-110 1",
                        "end 1");
    }

    @Test
    void the_last_run_lasts_to_the_next_poll_if_that_is_within_the_gap() {
        runs.addPoll(0, 100, AVAILABLE.code());
        stitch(130);
        stitch(131);
        assertThat(seen).contains("run 0 100-130 1", "run 0 100-110 1");
    }

    private void stitch(long nextPoll) {
        RunStitcher.stitch(RunSettler.settle(runs), TIMING, device -> nextPoll, sink);
    }
}
