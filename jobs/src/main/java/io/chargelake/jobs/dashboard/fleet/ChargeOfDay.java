package io.chargelake.jobs.dashboard.fleet;

import static io.chargelake.jobs.dashboard.pages.Field.number;
import static io.chargelake.jobs.dashboard.pages.Field.share;
import static io.chargelake.jobs.dashboard.pages.Field.time;

import io.chargelake.energy.SiteCase;
import io.chargelake.energy.study.Course;
import io.chargelake.energy.study.Study;
import io.chargelake.jobs.dashboard.pages.Sheet;
import java.util.ArrayList;
import java.util.List;

/** States of charge of a site's vehicles through the day. */
final class ChargeOfDay {
    private static final double PERCENT = 100;
    private static final int BINS = 10;

    private final SiteCase site;
    private final List<double[]> bySlot;

    ChargeOfDay(Study study) {
        this.site = study.plan().site();
        this.bySlot = bySlot(study);
    }

    /** Of those who are plugged in at the end of each slot, from the lowest on. */
    private static List<double[]> bySlot(Study study) {
        SiteCase site = study.plan().site();
        List<List<Double>> bySlot = new ArrayList<>();
        for (int slot = 0; slot < site.slots(); slot++) {
            bySlot.add(new ArrayList<>());
        }
        Course course = new Course(study.strategy(), study.plan());
        for (int stay = 0; stay < site.count(); stay++) {
            course.begin(stay);
            while (course.next()) {
                bySlot.get(course.slot()).add(course.soc());
            }
        }
        return bySlot.stream()
                .map(of -> of.stream().mapToDouble(Double::doubleValue).sorted().toArray())
                .toList();
    }

    Sheet percentiles() {
        List<Object[]> rows = new ArrayList<>();
        for (int slot = 0; slot < site.slots(); slot++) {
            double[] of = bySlot.get(slot);
            rows.add(new Object[] {FleetAnswer.at(site, slot), rank(of, 10), rank(of, 50), rank(of, 90), of.length});
        }
        return Sheet.of("soc", rows, time("time"), share("p10"), share("p50"), share("p90"), number("vehicles"))
                .by("of vehicles plugged in, controlled, at the slot's end; percentiles by the nearest rank");
    }

    /** By the nearest rank; NaN of nobody. */
    private static double rank(double[] sorted, int percent) {
        int rank = (int) Math.ceil(percent / PERCENT * sorted.length);
        return sorted.length == 0 ? Double.NaN : sorted[Math.max(0, rank - 1)];
    }

    Sheet histogram() {
        List<Object[]> rows = new ArrayList<>();
        for (int slot = 0; slot < site.slots(); slot++) {
            int[] counts = new int[BINS];
            for (double soc : bySlot.get(slot)) {
                counts[Math.max(0, Math.min(BINS - 1, (int) (soc * BINS)))]++;
            }
            for (int bin = 0; bin < BINS; bin++) {
                rows.add(new Object[] {slot, bin / (double) BINS, (bin + 1) / (double) BINS, counts[bin]});
            }
        }
        return Sheet.of("soc_histogram", rows, number("slot"), share("bin_from"), share("bin_to"), number("vehicles"))
                .by("vehicles plugged in, controlled, with bin_from <= soc < bin_to at the slot's end");
    }
}
