package io.chargelake.anomaly;

import java.util.List;
import java.util.Set;

/** What is told of devices while their feed is broken is the feed's fault. */
public final class Attribution {
    /** Hours after a feed is back in which devices are not yet seen anew. */
    private static final int LATE_H = 24;

    private static final Set<Episode.Kind> OF_FEEDS =
            Set.of(Episode.Kind.SILENT, Episode.Kind.STUCK_OCCUPIED, Episode.Kind.FEED_FAULT);

    /**
     * Those of a device, or of a smaller group, that its group's faults do not explain: a silence or a session without end that was noticed while the feed was broken, or
     * soon after.
     */
    public static List<Episode> withoutFeedFaults(List<Episode> ofDevice, List<Episode> ofGroups) {
        return ofDevice.stream()
                .filter(episode -> ofGroups.stream().noneMatch(feed -> explains(feed, episode)))
                .toList();
    }

    private static boolean explains(Episode feed, Episode episode) {
        long end = feed.until().orElse(Long.MAX_VALUE - LATE_H) + LATE_H;
        return OF_FEEDS.contains(episode.kind()) && episode.noticed() >= feed.since() && episode.noticed() < end;
    }

    private Attribution() {}
}
