package io.chargelake.jobs.status;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Times in which a whole feed stood still: polls went on, and no charging point changed its status. */
final class FrozenFeed {
    /** Of fewer points it is no wonder. */
    private static final int FEWEST_POINTS = 10;

    private record Span(long from, long to) {
        long overlap(Span other) {
            return Math.min(to, other.to) - Math.max(from, other.from);
        }
    }

    private final long steady_s;
    private final long bucket_s;
    private final TreeSet<Long> changes = new TreeSet<>();
    private final List<Span> steady = new ArrayList<>();

    /** @param bucket_s changes are told by the start of the bucket they are in */
    FrozenFeed(long steady_s, long bucket_s) {
        this.steady_s = steady_s;
        this.bucket_s = bucket_s;
    }

    void change(long bucket) {
        changes.add(bucket);
    }

    /** A device was polled without a gap and did not change. */
    void steady(long first, long last) {
        steady.add(new Span(first, last));
    }

    long periods(long points) {
        return points < FEWEST_POINTS
                ? 0
                : still().stream()
                        .filter(span -> steady.stream().anyMatch(s -> s.overlap(span) > steady_s))
                        .count();
    }

    /** Times without a change, of the length looked for. */
    private List<Span> still() {
        var spans = new ArrayList<Span>();
        long last = Long.MIN_VALUE / 2;
        for (long change : changes) {
            if (change - last > steady_s) {
                spans.add(new Span(last, change));
            }
            last = change + bucket_s;
        }
        spans.add(new Span(last, Long.MAX_VALUE / 2));
        return spans;
    }
}
