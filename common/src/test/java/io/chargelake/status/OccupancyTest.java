package io.chargelake.status;

import static io.chargelake.status.Status.AVAILABLE;
import static io.chargelake.status.Status.CHARGING;
import static io.chargelake.status.Status.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sessions and hours of small written-down days. */
class OccupancyTest {
    private final List<Poll> polls = new ArrayList<>();

    @Test
    void a_session_counts_in_the_hour_in_which_it_starts() {
        poll(AVAILABLE, 3000);
        poll(CHARGING, 3600);
        poll(CHARGING, 5400);
        poll(CHARGING, 7200);
        poll(AVAILABLE, 7800);
        assertThat(outcome().sessions()).containsExactly(new Outcome.Session(0, 3600, 7800, 3));
        assertThat(outcome().hours())
                .containsExactly(
                        new Outcome.Hour(0, 0, 600, 0, 0, 0, 3000, 0),
                        new Outcome.Hour(0, 3600, 0, 3600, 0, 0, 0, 1),
                        new Outcome.Hour(0, 7200, 600, 600, 0, 0, 2400, 0));
    }

    @Test
    void a_gap_splits_a_session_and_its_hours_are_unknown() {
        poll(CHARGING, 0);
        poll(CHARGING, 1800);
        poll(CHARGING, 3601);
        poll(CHARGING, 14_400);
        assertThat(outcome().sessions())
                .containsExactly(
                        new Outcome.Session(0, 0, 2400, 2),
                        new Outcome.Session(0, 3601, 4201, 1),
                        new Outcome.Session(0, 14_400, 15_000, 1));
        assertThat(outcome().hours())
                .containsExactly(
                        new Outcome.Hour(0, 0, 0, 2400, 0, 0, 1200, 1),
                        new Outcome.Hour(0, 3600, 0, 600, 0, 0, 3000, 1),
                        new Outcome.Hour(0, 7200, 0, 0, 0, 0, 3600, 0),
                        new Outcome.Hour(0, 10_800, 0, 0, 0, 0, 3600, 0),
                        new Outcome.Hour(0, 14_400, 0, 600, 0, 0, 3000, 1));
    }

    @Test
    void a_poll_holding_to_the_full_hour_opens_no_further_hour() {
        poll(UNKNOWN, 3000);
        assertThat(outcome().hours()).containsExactly(new Outcome.Hour(0, 0, 0, 0, 0, 0, 3600, 0));
    }

    private void poll(Status status, long second) {
        polls.add(new Poll(0, second, status));
    }

    private Outcome outcome() {
        return Outcome.of(RunSettler.settle(Worlds.encode(polls, PollTiming.DEFAULT)), PollTiming.DEFAULT);
    }
}
