package io.chargelake.jobs.dashboard.web;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** So many at once and so many a second, by client. */
final class RateLimit {
    private static final int MOST_CLIENTS = 10_000;
    private static final double MILLIS = 1_000;

    private final double burst;
    private final double perSecond;
    private final InstantSource clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_CLIENTS;
        }
    };

    private record Bucket(double left, long atMillis) {}

    RateLimit(double burst, double perSecond, InstantSource clock) {
        this.burst = burst;
        this.perSecond = perSecond;
        this.clock = clock;
    }

    /** Seconds to wait; 0 for a client that may go on. */
    synchronized int ask(String client) {
        long now = clock.millis();
        Bucket before = buckets.getOrDefault(client, new Bucket(burst, now));
        double left = Math.min(burst, before.left() + perSecond * Math.max(0, now - before.atMillis()) / MILLIS);
        boolean isFree = left >= 1;
        buckets.put(client, new Bucket(isFree ? left - 1 : left, now));
        return isFree ? 0 : (int) Math.ceil((1 - left) / perSecond);
    }
}
