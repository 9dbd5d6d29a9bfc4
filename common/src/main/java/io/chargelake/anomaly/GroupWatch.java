package io.chargelake.anomaly;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Watches devices that share a feed, those of a site or an operator. When nothing starts at any of them, and that is improbable even without
 * the busiest, not many devices have failed but what tells of them; the same where none of them is observed.
 */
public final class GroupWatch {
    /** Fewer are no group. */
    public static final int LEAST_DEVICES = 3;

    /** Single devices may be out of sight for a while, all together are not. */
    private static final int UNSEEN_H = 3;

    private static final double LOG_10 = Math.log(10);

    /**
     * An hour of the group.
     *
     * @param expected sessions by the devices' own rates while they were available, {@code busiest} those of the one with most
     * @param observed_s seconds in which any device was observed
     */
    public record Hour(long hour, int devices, double expected, double busiest, int sessions, long observed_s) {}

    private final double silence;
    private final List<Episode> episodes = new ArrayList<>();

    private long since = -1;
    private double expected;
    private double withoutBusiest;
    private int unseen;
    private long noticed = -1;
    private int devices;
    private boolean isUnseen;
    private long last = -1;

    /** @param silence power of ten from which on a common silence is told */
    public GroupWatch(double silence) {
        this.silence = silence;
    }

    public void add(Hour hour) {
        boolean gap = last >= 0 && hour.hour() != last + 1;
        last = hour.hour();
        if (hour.devices() < LEAST_DEVICES || hour.sessions() > 0 || gap) {
            end(OptionalLong.of(hour.hour()));
        }
        if (hour.devices() < LEAST_DEVICES || hour.sessions() > 0) {
            return;
        }
        since = since < 0 ? hour.hour() : since;
        devices = Math.max(devices, hour.devices());
        expected += hour.expected();
        withoutBusiest += hour.expected() - hour.busiest();
        unseen = hour.observed_s() == 0 ? unseen + 1 : 0;
        if (noticed < 0 && (score() >= silence || unseen >= UNSEEN_H)) {
            noticed = hour.hour();
            isUnseen = unseen >= UNSEEN_H;
            since = isUnseen ? hour.hour() - unseen + 1 : since;
        }
    }

    private double score() {
        return withoutBusiest / LOG_10;
    }

    private void end(OptionalLong until) {
        if (noticed >= 0) {
            episodes.add(new Episode(
                    Episode.Kind.FEED_FAULT,
                    since,
                    noticed,
                    until,
                    isUnseen ? silence : score(),
                    expected,
                    isUnseen
                            ? String.format(Locale.ROOT, "none of %d devices was observed", devices)
                            : String.format(
                                    Locale.ROOT,
                                    "no session began at any of %d devices, where %.1f are usual; without the busiest"
                                            + " the probability is 1e-%.1f",
                                    devices,
                                    expected,
                                    score())));
        }
        since = -1;
        expected = 0;
        withoutBusiest = 0;
        unseen = 0;
        noticed = -1;
        devices = 0;
        isUnseen = false;
    }

    /** All that was told; what still lasts has no end. To be asked once, after the last hour. */
    public List<Episode> episodes() {
        end(OptionalLong.empty());
        return List.copyOf(episodes);
    }
}
