package io.chargelake.jobs.status;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FrozenFeedTest {
    private static final long HOUR = 3600;

    private final FrozenFeed feed = new FrozenFeed(24 * HOUR, 600);

    @Test
    void polledForLongWithoutAChangeItIsFrozen() {
        feed.change(0);
        feed.steady(600, 600 + 25 * HOUR);
        feed.change(26 * HOUR);
        feed.steady(27 * HOUR, 60 * HOUR);
        assertThat(feed.periods(10)).isEqualTo(2);
    }

    @Test
    void aChangeAnywhereThawsIt() {
        feed.steady(0, 48 * HOUR);
        feed.change(24 * HOUR);
        assertThat(feed.periods(10)).isZero();
    }

    @Test
    void withoutPollsItIsNotFrozen() {
        feed.change(0);
        feed.change(100 * HOUR);
        assertThat(feed.periods(10)).isZero();
    }

    @Test
    void aFewPointsMayWellRest() {
        feed.steady(0, 48 * HOUR);
        assertThat(feed.periods(9)).isZero();
        assertThat(feed.periods(10)).isEqualTo(1);
    }
}
