package io.chargelake.vehicle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a builder made of a list of records. */
final class Collected implements SessionSink {
    static final Comparator<Event> ORDER = Comparator.<Event>comparingLong(
                    e -> e.span().start())
            .thenComparingLong(e -> e.span().end())
            .thenComparing(Event::id);

    final List<Trip> trips = new ArrayList<>();
    final List<ChargeSession> sessions = new ArrayList<>();
    final List<Cycle> cycles = new ArrayList<>();
    final List<Event> refused = new ArrayList<>();

    static Collected of(List<Event> events, Span period) {
        Collected collected = new Collected();
        SessionBuilder builder = new SessionBuilder(SessionLimits.DEFAULTS, period, collected);
        events.stream().sorted(ORDER).forEach(builder::add);
        builder.end();
        return collected;
    }

    @Override
    public void trip(Trip trip) {
        trips.add(trip);
    }

    @Override
    public void session(ChargeSession session) {
        sessions.add(session);
    }

    @Override
    public void cycle(Cycle cycle) {
        cycles.add(cycle);
    }

    @Override
    public void refused(Event event, Refusal why) {
        refused.add(event);
    }

    /** Everything as text, by its start. */
    List<String> rows() {
        List<String> rows = new ArrayList<>();
        trips.forEach(trip -> rows.add(trip.toString()));
        sessions.forEach(session -> rows.add(session.toString()));
        cycles.forEach(cycle -> rows.add(cycle.toString()));
        return rows;
    }
}
