package io.chargelake.generate.vehicle;

import java.time.LocalDate;
import java.util.ArrayDeque;

/** The outings of all days to come, one after the other. */
final class Itinerary {

    private final DayPlan plan;
    private final ArrayDeque<Outing> waiting = new ArrayDeque<>();
    private LocalDate day;

    Itinerary(DayPlan plan, LocalDate firstDay) {
        this.plan = plan;
        this.day = firstDay;
    }

    Outing peek() {
        while (waiting.isEmpty()) {
            waiting.addAll(plan.of(day));
            day = day.plusDays(1);
        }
        return waiting.peek();
    }

    Outing take() {
        peek();
        return waiting.remove();
    }
}
