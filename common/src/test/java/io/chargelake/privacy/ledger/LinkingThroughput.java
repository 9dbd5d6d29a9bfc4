package io.chargelake.privacy.ledger;

import io.chargelake.privacy.sketch.DifferenceSketch;
import io.chargelake.privacy.sketch.Syndromes;
import io.chargelake.privacy.table.Coordinates;
import io.chargelake.privacy.table.PublishedSystem;
import io.chargelake.privacy.table.Suppressor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;

/**
 * Measures on one core how a delivery of 100 zones by 1,000 hours with all margins is linked with one before it, which had
 * a few vehicles less in one of a thousand cells. Not a test: run main from the test class path.
 */
final class LinkingThroughput {
    private static final int ZONES = 100;
    private static final int HOURS = 1_000;
    private static final int VEHICLES = 12;

    private LinkingThroughput() {}

    public static void main(String[] args) {
        List<MeasuredCell> before = cells(new Random(1), Late.NONE);
        List<MeasuredCell> after = cells(new Random(1), Late.SOME);
        Delivery first = new Delivery(
                "cars",
                "partner",
                "first",
                "hash",
                0,
                before.stream()
                        .map(cell -> new DeliveredCell(cell, OptionalLong.of(cell.total())))
                        .toList());
        long begun = System.nanoTime();
        LinkedDeliveries linked = LinkedDeliveries.of(
                new Candidate("cars", "new", after), List.of(first), new MeasureSettings("energy", 0, 20_000_000));
        long compared = System.nanoTime();
        PublishedSystem system = linked.system();
        int suppressed = Suppressor.plan(system).suppressed().size();
        long planned = System.nanoTime();
        System.out.printf(
                "%d cells with %d: %d differences, %d of them disclosing, in %.1f s; %d cells suppressed in %.1f s%n",
                after.size(),
                before.size(),
                linked.differences().size(),
                linked.disclosing().size(),
                (compared - begun) / 1e9,
                suppressed,
                (planned - compared) / 1e9);
    }

    private enum Late {
        NONE,
        SOME
    }

    private static List<MeasuredCell> cells(Random random, Late late) {
        List<Sums> zones = sums(ZONES);
        List<Sums> hours = sums(HOURS);
        Sums all = new Sums();
        List<MeasuredCell> cells = new ArrayList<>();
        for (int zone = 0; zone < ZONES; zone++) {
            for (int hour = 0; hour < HOURS; hour++) {
                Sums cell = new Sums();
                for (int i = 0; i < VEHICLES; i++) {
                    cell.add(Syndromes.contributor(random.nextLong()), 1_000_000 + random.nextInt(20_000_000));
                }
                if (late == Late.SOME && (zone * HOURS + hour) % 1_000 == 7 * zone) {
                    cell.add(Syndromes.contributor(zone + 1), 5_000_000);
                }
                for (Sums sum : List.of(zones.get(zone), hours.get(hour), all)) {
                    sum.add(cell);
                }
                cells.add(cell.as(Map.of("zone", "" + zone, "hour", "" + hour)));
            }
        }
        for (int zone = 0; zone < ZONES; zone++) {
            cells.add(zones.get(zone).as(Map.of("zone", "" + zone)));
        }
        for (int hour = 0; hour < HOURS; hour++) {
            cells.add(hours.get(hour).as(Map.of("hour", "" + hour)));
        }
        cells.add(all.as(Map.of()));
        return cells;
    }

    private static List<Sums> sums(int count) {
        List<Sums> sums = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sums.add(new Sums());
        }
        return sums;
    }

    private static final class Sums {
        private final long[] terms = Syndromes.empty();
        private long total;

        void add(long contributor, long value) {
            Syndromes.add(terms, contributor, value);
            total += value;
        }

        void add(Sums other) {
            Syndromes.merge(terms, other.terms);
            total += other.total;
        }

        MeasuredCell as(Map<String, String> place) {
            return new MeasuredCell(Coordinates.of(place), "energy", DifferenceSketch.of(terms), total, 0);
        }
    }
}
