package io.chargelake.status;

import static io.chargelake.status.Status.AVAILABLE;
import static io.chargelake.status.Status.CHARGING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunSettlerTest {
    private static final PollTiming TIMING = new PollTiming(10, 30);

    @Test
    void a_late_poll_within_a_run_tangles_that_run_and_no_other() {
        Runs runs = encode(polls(AVAILABLE, 0, 200), polls(CHARGING, 210, 400));
        runs.addPoll(0, 255, AVAILABLE.code());
        SettledRuns settled = RunSettler.settle(runs);
        assertThat(windows(settled)).containsExactly(new Tangle(0, 210, 390));
    }

    @Test
    void a_late_poll_between_runs_tangles_nothing() {
        Runs runs = encode(polls(AVAILABLE, 0, 200), polls(CHARGING, 210, 400));
        runs.addPoll(0, 205, CHARGING.code());
        SettledRuns settled = RunSettler.settle(runs);
        assertThat(Outcome.of(settled, TIMING).runs())
                .containsExactly(new Outcome.Run(0, AVAILABLE, 0, 205, 21), new Outcome.Run(0, CHARGING, 205, 410, 21));
    }

    @Test
    void a_poll_at_a_runs_border_vanishes_unless_its_status_is_greater() {
        Runs weaker = encode(polls(CHARGING, 0, 100));
        weaker.addPoll(0, 10, CHARGING.code());
        weaker.addPoll(0, 90, AVAILABLE.code());
        SettledRuns settled = RunSettler.settle(weaker);
        assertThat(Outcome.of(settled, TIMING).runs()).containsExactly(new Outcome.Run(0, CHARGING, 0, 110, 11));
        assertThat(settled.duplicates()).isEqualTo(1);
        assertThat(settled.conflicts()).isEqualTo(1);

        Runs greater = encode(polls(AVAILABLE, 0, 100));
        greater.addPoll(0, 90, CHARGING.code());
        assertThat(windows(RunSettler.settle(greater))).containsExactly(new Tangle(0, 10, 90));
    }

    @Test
    void windows_of_a_device_grow_together_while_runs_cross_them() {
        Runs runs = new Runs();
        runs.add(0, 0, 100, 11, AVAILABLE.code());
        runs.add(0, 50, 150, 11, AVAILABLE.code());
        runs.add(0, 150, 250, 11, CHARGING.code());
        runs.add(0, 260, 300, 5, CHARGING.code());
        runs.add(1, 90, 120, 3, CHARGING.code());
        SettledRuns settled = RunSettler.settle(runs);
        assertThat(windows(settled)).containsExactly(new Tangle(0, 0, 250));
        assertThat(settled.runs().size()).isEqualTo(2);
    }

    @Test
    void tangled_runs_cannot_be_stitched() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RunStitcher.stitch(tangled(), TIMING, (device, status, start, end, polls) -> {}))
                .withMessageStartingWith("Cannot stitch runs: 1 windows are tangled, the first Tangle[device=0");
    }

    @Test
    void untangling_without_the_windows_own_polls_is_refused() {
        SettledRuns tangled = tangled();
        Runs onlyItsStart = new Runs();
        onlyItsStart.addPoll(0, 10, AVAILABLE.code());
        for (Runs polls : List.of(new Runs(), onlyItsStart)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RunSettler.untangle(tangled, polls))
                    .withMessageStartingWith("Cannot untangle: the polls given for Tangle[device=0, from=10, to=90]");
        }
    }

    @Test
    void a_window_covers_its_first_and_last_second_and_no_other_device() {
        Tangles tangles = new Tangles();
        tangles.add(new Tangle(0, 10, 90));
        tangles.add(new Tangle(0, 100, 100));
        tangles.add(new Tangle(2, 0, 5));
        assertThat(List.of(tangles.covers(0, 10), tangles.covers(0, 90), tangles.covers(0, 100), tangles.covers(2, 3)))
                .containsOnly(true);
        assertThat(List.of(tangles.covers(0, 9), tangles.covers(0, 91), tangles.covers(0, 101), tangles.covers(1, 20)))
                .containsOnly(false);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tangles.add(new Tangle(2, 5, 9)))
                .withMessageContaining("not after Tangle[device=2, from=0, to=5]");
    }

    private static SettledRuns tangled() {
        Runs runs = encode(polls(AVAILABLE, 0, 100));
        runs.addPoll(0, 55, AVAILABLE.code());
        return RunSettler.settle(runs);
    }

    @SafeVarargs
    private static Runs encode(List<Poll>... pieces) {
        List<Poll> all = new ArrayList<>();
        for (List<Poll> piece : pieces) {
            all.addAll(piece);
        }
        return Worlds.encode(all, TIMING);
    }

    private static List<Poll> polls(Status status, long from, long to) {
        List<Poll> polls = new ArrayList<>();
        for (long second = from; second <= to; second += 10) {
            polls.add(new Poll(0, second, status));
        }
        return polls;
    }

    private static List<Tangle> windows(SettledRuns settled) {
        List<Tangle> windows = new ArrayList<>();
        for (int i = 0; i < settled.tangles().size(); i++) {
            windows.add(settled.tangles().get(i));
        }
        return windows;
    }
}
