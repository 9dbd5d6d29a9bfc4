package io.chargelake.jobs.generate.vehicles;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The part of the period that shares a folder: a calendar month, cut by the period's ends. */
record Month(int index, LocalDate first, LocalDate end) {

    static List<Month> of(VehiclesSpec spec) {
        List<Month> months = new ArrayList<>();
        for (LocalDate first = spec.from(); first.isBefore(spec.to()); ) {
            LocalDate next = first.withDayOfMonth(1).plusMonths(1);
            LocalDate end = next.isBefore(spec.to()) ? next : spec.to();
            months.add(new Month(months.size(), first, end));
            first = end;
        }
        return months;
    }

    long endS() {
        return end.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    }
}
