package io.chargelake.vehicle;

/** A cycle whose next session has not begun. */
final class OpenCycle {
    private final Event first;
    private long energyIn;
    private Cycle.Driven driven = Cycle.Driven.NOTHING;
    private Cycle.Parked parked = Cycle.Parked.NEVER;

    OpenCycle(Charge first) {
        this.first = first;
    }

    void add(ChargeSession session) {
        energyIn = session.charged().energy();
    }

    void add(Trip trip) {
        driven = driven.plus(trip);
    }

    void park(Event from, Event to) {
        parked = parked.plus(from, to);
    }

    Cycle closedBy(Charge next) {
        return close(next.span().start(), true);
    }

    Cycle leftOpenAt(Event last) {
        return close(last.span().end(), false);
    }

    private Cycle close(long end, boolean closed) {
        return new Cycle(first.id(), new Span(first.span().start(), end), energyIn, driven, parked, closed);
    }
}
