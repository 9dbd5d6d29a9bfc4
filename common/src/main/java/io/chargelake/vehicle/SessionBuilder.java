package io.chargelake.vehicle;

/**
 * Makes trips, charge sessions and cycles of the records of one vehicle after the other. Records come in order of start, end and
 * id; {@link #end} closes a vehicle. Cost: a constant for each record; memory: one record, one open trip or session and one open
 * cycle, however many records a vehicle has.
 *
 * <p>Overlaps are resolved first: a record that begins before the one held back has ended competes with it, the longer one stays
 * (of equal ones that which came first), the other is refused. So what is kept never overlaps.
 */
public final class SessionBuilder {
    private final SessionLimits limits;
    private final Span period;
    private final SessionSink sink;

    private Event held;
    private boolean contested;

    private OpenUnit open;
    private OpenCycle cycle;

    /** @param period for which there are records at all: what touches its ends may be cut */
    public SessionBuilder(SessionLimits limits, Span period, SessionSink sink) {
        this.limits = limits;
        this.period = period;
        this.sink = sink;
    }

    public void add(Event next) {
        Span span = next.span();
        if (span.isBackwards()) {
            sink.refused(next, Refusal.END_BEFORE_START);
            return;
        }
        if (held == null || span.start() >= held.span().end()) {
            settle();
            held = next;
            contested = false;
        } else {
            compete(next);
        }
    }

    public void end() {
        settle();
        if (open != null) {
            Event last = open.last;
            close(null);
            if (cycle != null) {
                sink.cycle(cycle.leftOpenAt(last));
            }
        }
        held = null;
        open = null;
        cycle = null;
    }

    private void compete(Event next) {
        contested = true;
        if (next.span().length() > held.span().length()) {
            sink.refused(held, Refusal.OVERLAP);
            held = next;
        } else {
            sink.refused(next, Refusal.OVERLAP);
        }
    }

    /** Nothing can compete any more with the record held back: it continues what is open, or closes it. */
    private void settle() {
        if (held == null) {
            return;
        }
        if (open == null || !open.takes(held, limits)) {
            Event before = open == null ? null : open.last;
            close(held);
            open = begin(held, before);
        }
        if (open instanceof OpenTrip trip) {
            trip.add((Drive) held, contested);
        } else {
            ((OpenSession) open).add((Charge) held, contested);
        }
    }

    private OpenUnit begin(Event first, Event before) {
        if (cycle != null) {
            cycle.park(before, first);
        }
        if (first instanceof Drive drive) {
            return new OpenTrip(drive, before);
        }
        Charge charge = (Charge) first;
        if (cycle != null) {
            sink.cycle(cycle.closedBy(charge));
        }
        cycle = new OpenCycle(charge);
        return new OpenSession(charge, before);
    }

    private void close(Event after) {
        if (open instanceof OpenTrip trip) {
            Trip closed = trip.close(limits, period);
            sink.trip(closed);
            if (cycle != null) {
                cycle.add(closed);
            }
        } else if (open instanceof OpenSession session) {
            ChargeSession closed = session.close(after, limits, period);
            sink.session(closed);
            cycle.add(closed);
        }
    }
}
