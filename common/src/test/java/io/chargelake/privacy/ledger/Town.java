package io.chargelake.privacy.ledger;

import io.chargelake.privacy.sketch.DifferenceSketch;
import io.chargelake.privacy.table.Coordinates;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Vehicles that charge in zones and hours, and the deliveries made of them. */
public final class Town {
    private Town() {}

    /** A vehicle charged so much, there and then. */
    public record Charge(int vehicle, long value, String zone, String hour) {
        Map<String, String> place() {
            return Map.of("zone", zone, "hour", hour);
        }
    }

    /** Four zones by four hours, each with eleven vehicles or more. */
    public static List<Charge> random(Random random) {
        List<Charge> charges = new ArrayList<>();
        for (int zone = 0; zone < 4; zone++) {
            for (int hour = 0; hour < 4; hour++) {
                int first = 1_000 * zone + 100 * hour;
                charges.addAll(charges("z" + zone, "" + hour, first, 11 + random.nextInt(30)));
            }
        }
        return charges;
    }

    /** So many vehicles of about 10 each. */
    public static List<Charge> charges(String zone, String hour, int firstVehicle, int count) {
        List<Charge> charges = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            charges.add(new Charge(firstVehicle + i, 8 + (firstVehicle + i) % 5, zone, hour));
        }
        return charges;
    }

    public static List<Charge> with(List<Charge> some, List<Charge> more) {
        List<Charge> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    /** Zones by hours with all margins. */
    public static List<MeasuredCell> allCells(List<Charge> charges) {
        return cells(charges, "zone,hour", "zone", "hour", "");
    }

    /** The tables of these dimensions; cells of fewer than eleven charges are unsafe. */
    public static List<MeasuredCell> cells(List<Charge> charges, String... tables) {
        List<MeasuredCell> cells = new ArrayList<>();
        for (String table : tables) {
            List<String> dimensions = table.isEmpty() ? List.of() : List.of(table.split(","));
            Map<String, List<Charge>> groups = charges.stream()
                    .collect(Collectors.groupingBy(
                            charge -> Coordinates.of(charge.place())
                                    .onto(dimensions)
                                    .key(),
                            TreeMap::new,
                            Collectors.toList()));
            groups.values().forEach(group -> cells.add(cell(group, dimensions)));
        }
        return cells;
    }

    private static MeasuredCell cell(List<Charge> group, List<String> dimensions) {
        return new MeasuredCell(
                Coordinates.of(group.get(0).place()).onto(dimensions),
                "energy",
                group.stream()
                        .map(charge -> DifferenceSketch.of(1 + charge.vehicle(), charge.value()))
                        .reduce(DifferenceSketch.EMPTY, DifferenceSketch::plus),
                group.stream().mapToLong(Charge::value).sum(),
                group.size() < 11 ? 12 : 0);
    }

    public static Candidate candidate(String id, List<MeasuredCell> cells) {
        return new Candidate("cars", id, cells);
    }

    /** With the exact totals of what is published, by name. */
    public static PastDelivery delivered(Candidate candidate, Set<String> published) {
        return new PastDelivery(
                "cars",
                "partner",
                candidate.id(),
                "hash",
                0,
                candidate.cells().stream()
                        .map(cell -> new DeliveredCell(
                                cell,
                                published.contains(cell.name(candidate.id()))
                                        ? OptionalLong.of(cell.total())
                                        : OptionalLong.empty()))
                        .toList());
    }
}
