package io.chargelake.forecast;

/** Series that no forecast can be made of; the message says which, why, and what to change. */
public final class UnusableSeries extends RuntimeException {
    public UnusableSeries(String message) {
        super(message);
    }
}
