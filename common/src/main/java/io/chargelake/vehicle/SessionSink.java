package io.chargelake.vehicle;

/** Receives what a {@link SessionBuilder} makes, each thing as soon as it is settled. */
public interface SessionSink {

    void trip(Trip trip);

    void session(ChargeSession session);

    void cycle(Cycle cycle);

    void refused(Event event, Refusal why);
}
