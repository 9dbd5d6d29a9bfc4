package io.chargelake.jobs.collect;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Counts of the collector, as Prometheus reads them. Written by the collector, read by the server of metrics. */
final class Metrics {
    private static final String PREFIX = "chargelake_collect_";
    private static final double[] BUCKETS_S = {0.5, 1, 2, 5, 10, 30, 60, 120, 300, 600};

    private final String source;
    private final Map<String, Long> polls = new TreeMap<>();
    private final Map<String, Long> failures = new TreeMap<>();
    private final long[] buckets = new long[BUCKETS_S.length];
    private long retries;
    private long receivedBytes;
    private long storedBytes;
    private long lastSuccess_s;
    private long measured;
    private double measured_s;

    Metrics(String source) {
        this.source = source;
        for (Outcome outcome : Outcome.values()) {
            polls.put(outcome.word(), 0L);
        }
    }

    synchronized void poll(Instant at, Outcome outcome, Polled polled, long stored, Duration took) {
        polls.merge(outcome.word(), 1L, Long::sum);
        polled.allMissing().forEach(missing -> failures.merge(missing.reason(), 1L, Long::sum));
        retries += polled.retries;
        receivedBytes += polled.receivedBytes();
        storedBytes += stored;
        if (outcome != Outcome.GAP) {
            lastSuccess_s = at.getEpochSecond();
        }
        double seconds = took.toMillis() / 1000.0;
        for (int i = 0; i < BUCKETS_S.length; i++) {
            buckets[i] += seconds <= BUCKETS_S[i] ? 1 : 0;
        }
        measured++;
        measured_s += seconds;
    }

    synchronized long polls(Outcome outcome) {
        return polls.get(outcome.word());
    }

    synchronized String text() {
        var text = new StringBuilder();
        head(text, "polls_total", "counter", "polls by their outcome");
        polls.forEach((outcome, n) -> line(text, "polls_total", "outcome=\"" + outcome + "\"", n));
        head(
                text,
                "failures_total",
                "counter",
                "requests without an answer that can be read, after all tries, by reason");
        failures.forEach((reason, n) -> line(text, "failures_total", "reason=\"" + reason + "\"", n));
        single(text, "retries_total", "counter", "requests that were asked again", retries);
        single(text, "received_bytes_total", "counter", "bytes of answers, unpacked", receivedBytes);
        single(text, "stored_bytes_total", "counter", "bytes of raw objects", storedBytes);
        single(text, "last_success_timestamp_seconds", "gauge", "time of the last poll that was no gap", lastSuccess_s);
        head(text, "poll_duration_seconds", "histogram", "time a poll took, with its tries and the writing");
        for (int i = 0; i < BUCKETS_S.length; i++) {
            line(text, "poll_duration_seconds_bucket", "le=\"" + BUCKETS_S[i] + "\"", buckets[i]);
        }
        line(text, "poll_duration_seconds_bucket", "le=\"+Inf\"", measured);
        line(text, "poll_duration_seconds_sum", "", measured_s);
        line(text, "poll_duration_seconds_count", "", measured);
        return text.toString();
    }

    private void single(StringBuilder text, String name, String type, String help, long value) {
        head(text, name, type, help);
        line(text, name, "", value);
    }

    private static void head(StringBuilder text, String name, String type, String help) {
        text.append("# HELP ")
                .append(PREFIX)
                .append(name)
                .append(' ')
                .append(help)
                .append('\n');
        text.append("# TYPE ")
                .append(PREFIX)
                .append(name)
                .append(' ')
                .append(type)
                .append('\n');
    }

    private void line(StringBuilder text, String name, String label, Number value) {
        text.append(String.format(
                Locale.ROOT,
                "%s%s{source=\"%s\"%s} %s%n",
                PREFIX,
                name,
                source,
                label.isEmpty() ? "" : "," + label,
                value));
    }
}
