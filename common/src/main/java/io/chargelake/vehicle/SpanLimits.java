package io.chargelake.vehicle;

/** The period that is known, narrowed by the time within which more may belong to what lies near its ends. */
record SpanLimits(Span period, long margin) {

    boolean cutsStart(Span span) {
        return span.start() - margin <= period.start();
    }

    boolean cutsEnd(Span span) {
        return span.end() + margin >= period.end();
    }
}
