package io.chargelake.jobs.vehicles.indicators;

import io.chargelake.jobs.lake.Days;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/** Local years, last inclusive. */
record Years(int first, int last) {

    /** Those that have a moment of these UTC days in some zone; all when an end is open. */
    static Optional<Years> of(Days days) {
        return days.from()
                .flatMap(from -> days.to().map(to -> new Years(from.minusDays(1).getYear(), to.getYear())));
    }

    Stream<LocalDate> days() {
        return LocalDate.of(first, 1, 1).datesUntil(LocalDate.of(last + 1, 1, 1));
    }

    /** UTC days that hold all moments of these years, whatever the zone. */
    Days utcDays() {
        return Days.of(
                LocalDate.of(first, 1, 1).minusDays(1),
                LocalDate.of(last + 1, 1, 1).plusDays(1));
    }
}
