package io.chargelake.jobs.vehicles.sessions;

import io.chargelake.jobs.lake.files.CodedColumn;
import io.chargelake.jobs.lake.files.PlainColumn;
import io.chargelake.jobs.tables.Col;
import io.chargelake.vehicle.Micro;
import io.chargelake.vehicle.Span;

/** From when to when, and how long. */
record SpanColumns(PlainColumn start, PlainColumn end, CodedColumn seconds) {
    SpanColumns(Col start, Col end, Col seconds) {
        this(PlainColumn.micros(start), PlainColumn.micros(end), CodedColumn.longs(seconds));
    }

    void add(Span span) {
        start.add(span.start());
        end.add(span.end());
        seconds.add(Math.toIntExact(span.length() / Micro.ONE));
    }
}
