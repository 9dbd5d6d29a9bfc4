package io.chargelake.vehicle;

/** From when to when, in microseconds since 1970. */
public record Span(long start, long end) {

    public long length() {
        return end - start;
    }

    public boolean isBackwards() {
        return end < start;
    }
}
