package io.chargelake.jobs.vehicles.sessions;

import io.chargelake.jobs.lake.Days;
import io.chargelake.vehicle.Micro;
import io.chargelake.vehicle.Span;
import java.time.LocalDate;

/** UTC days for which there are records, the last exclusive. */
record Period(LocalDate from, LocalDate to) {

    Span span() {
        return new Span(micros(from), micros(to));
    }

    /** The days of both and those between them. */
    Period with(Period other) {
        return new Period(from.isBefore(other.from) ? from : other.from, to.isAfter(other.to) ? to : other.to);
    }

    /** These days as far as they were asked for. */
    Period within(Days days) {
        LocalDate first = days.from().filter(from::isBefore).orElse(from);
        LocalDate end = days.to().filter(to::isAfter).orElse(to);
        return new Period(first, end);
    }

    private static long micros(LocalDate day) {
        return Days.startOf(day).getEpochSecond() * Micro.ONE;
    }
}
