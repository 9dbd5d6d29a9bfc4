package io.chargelake.status;

import static io.chargelake.status.Status.AVAILABLE;
import static io.chargelake.status.Status.CHARGING;
import static io.chargelake.status.Status.OUTOFORDER;
import static io.chargelake.status.Status.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.chargelake.status.RunsTest.Row;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunEncoderTest {
    private static final PollTiming TIMING = new PollTiming(10, 30);

    private final RunEncoder encoder = new RunEncoder(TIMING);

    @Test
    void the_first_and_last_poll_of_a_stretch_are_runs_of_their_own() {
        add(0, AVAILABLE, 0, 10, 20, 30, 40);
        assertThat(rows())
                .containsExactly(row(0, 0, 1, AVAILABLE), row(10, 30, 3, AVAILABLE), row(40, 40, 1, AVAILABLE));
    }

    @Test
    void a_change_of_status_ends_a_run() {
        add(0, AVAILABLE, 0, 10, 20);
        add(0, CHARGING, 30, 40, 50);
        assertThat(rows())
                .containsExactly(
                        row(0, 0, 1, AVAILABLE),
                        row(10, 20, 2, AVAILABLE),
                        row(30, 40, 2, CHARGING),
                        row(50, 50, 1, CHARGING));
    }

    @Test
    void a_step_of_just_the_gap_goes_on_and_one_second_more_begins_a_stretch() {
        add(0, AVAILABLE, 0, 30, 60, 91);
        assertThat(rows())
                .containsExactly(
                        row(0, 0, 1, AVAILABLE),
                        row(30, 30, 1, AVAILABLE),
                        row(60, 60, 1, AVAILABLE),
                        row(91, 91, 1, AVAILABLE));
        add(0, AVAILABLE, 0, 30, 60, 90, 120);
        assertThat(rows())
                .containsExactly(row(0, 0, 1, AVAILABLE), row(30, 90, 3, AVAILABLE), row(120, 120, 1, AVAILABLE));
    }

    @Test
    void a_stretch_ends_at_midnight() {
        add(0, AVAILABLE, 86_370, 86_380, 86_390, 86_400, 86_410, 86_420);
        assertThat(rows())
                .containsExactly(
                        row(86_370, 86_370, 1, AVAILABLE),
                        row(86_380, 86_380, 1, AVAILABLE),
                        row(86_390, 86_390, 1, AVAILABLE),
                        row(86_400, 86_400, 1, AVAILABLE),
                        row(86_410, 86_410, 1, AVAILABLE),
                        row(86_420, 86_420, 1, AVAILABLE));
    }

    @Test
    void duplicates_and_conflicts_of_a_second_resolve_to_the_greatest_and_are_counted() {
        add(0, AVAILABLE, 0, 0, 10, 20);
        add(0, OUTOFORDER, 20);
        add(0, CHARGING, 20);
        add(0, AVAILABLE, 30);
        assertThat(rows())
                .containsExactly(
                        row(0, 0, 1, AVAILABLE),
                        row(10, 10, 1, AVAILABLE),
                        row(20, 20, 1, OUTOFORDER),
                        row(30, 30, 1, AVAILABLE));
        assertThat(encoder.polls()).isEqualTo(7);
        assertThat(encoder.duplicates()).isEqualTo(1);
        assertThat(encoder.conflicts()).isEqualTo(2);
    }

    @Test
    void an_earlier_poll_begins_another_stretch() {
        add(0, UNKNOWN, 100, 110, 105);
        assertThat(rows())
                .containsExactly(row(100, 100, 1, UNKNOWN), row(110, 110, 1, UNKNOWN), row(105, 105, 1, UNKNOWN));
    }

    @Test
    void devices_do_not_touch_each_other_and_grow_on_demand() {
        for (long second = 0; second <= 40; second += 10) {
            encoder.add(3, second, CHARGING.code());
            encoder.add(70_000, second, AVAILABLE.code());
        }
        assertThat(RunsTest.rows(encoder.take().grouped()))
                .contains(new Row(3, 10, 30, 3, CHARGING.code()), new Row(70_000, 10, 30, 3, AVAILABLE.code()))
                .hasSize(6);
    }

    @Test
    void seconds_reach_from_1970_beyond_2038() {
        add(0, AVAILABLE, 0, Runs.MAX_SECOND - 20, Runs.MAX_SECOND - 10, Runs.MAX_SECOND);
        assertThat(rows())
                .hasSize(4)
                .contains(row(0, 0, 1, AVAILABLE))
                .contains(row(4294967295L, 4294967295L, 1, AVAILABLE));
    }

    @Test
    void what_is_taken_is_not_given_again() {
        add(0, AVAILABLE, 0, 10);
        assertThat(rows()).hasSize(2);
        assertThat(rows()).isEmpty();
    }

    @Test
    void polls_that_cannot_be_held_are_refused_and_leave_no_trace() {
        assertRefused(0, -1, 1);
        assertRefused(0, Runs.MAX_SECOND + 1, 1);
        assertRefused(0, Long.MAX_VALUE, 1);
        assertRefused(0, 5, 9);
        assertRefused(0, 5, -1);
        assertRefused(-1, 5, 1);
        assertRefused(1 << 28, 5, 1);
        assertThat(encoder.polls()).isZero();
        assertThat(rows()).isEmpty();
    }

    @Test
    void a_poll_interval_beyond_the_gap_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PollTiming(601, 600))
                .withMessageContaining("poll interval 601 s and max gap 600 s");
        assertThatIllegalArgumentException().isThrownBy(() -> new PollTiming(0, 600));
    }

    private void assertRefused(int device, long second, int status) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> encoder.add(device, second, (byte) status))
                .withMessageStartingWith("Cannot encode poll");
    }

    private void add(int device, Status status, long... seconds) {
        for (long second : seconds) {
            encoder.add(device, second, status.code());
        }
    }

    private List<Row> rows() {
        return RunsTest.rows(encoder.take());
    }

    private static Row row(long first, long last, int polls, Status status) {
        return new Row(0, first, last, polls, status.code());
    }
}
