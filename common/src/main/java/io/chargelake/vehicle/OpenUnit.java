package io.chargelake.vehicle;

/** A trip or session to which the next record may still belong. */
abstract sealed class OpenUnit permits OpenTrip, OpenSession {
    final Event first;

    /** The end of the trip or session before; null at the beginning. */
    final Event before;

    Event last;
    int records;
    boolean contested;

    OpenUnit(Event first, Event before) {
        this.first = first;
        this.before = before;
    }

    abstract boolean takes(Event next, SessionLimits limits);

    /** @param isContested whether a record that claimed the same time was refused */
    void add(Event event, boolean isContested) {
        last = event;
        records++;
        contested |= isContested;
    }

    Span span() {
        return new Span(first.span().start(), last.span().end());
    }

    Soc soc() {
        return new Soc(first.soc().start(), last.soc().end());
    }

    int flagsOfBoth(SpanLimits period) {
        return Flag.CUT_START.when(period.cutsStart(span()))
                | Flag.CUT_END.when(period.cutsEnd(span()))
                | Flag.OVERLAP.when(contested);
    }
}
