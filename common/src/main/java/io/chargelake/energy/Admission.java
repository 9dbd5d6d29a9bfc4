package io.chargelake.energy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/**
 * Takes stays one by one and sorts out those that can't be planned: a bad one never costs the others. Of stays of one vehicle
 * that overlap the one is kept that began first (of equals that which ends first), whatever the order in which they came.
 */
public final class Admission {
    /** Any order would do, as long as it is the same whatever comes first. */
    static final Comparator<Stay> ORDER = Comparator.comparing(
                    (Stay stay) -> stay.vehicle().id())
            .thenComparingLong(Stay::arrivalS)
            .thenComparingLong(Stay::departureS)
            .thenComparingDouble(Stay::socArrival)
            .thenComparingDouble(Stay::socTarget)
            .thenComparingDouble(stay -> stay.charger().powerKw())
            .thenComparing(stay -> stay.charger().type())
            .thenComparing(Stay::phase);

    private final Horizon horizon;
    private final List<Stay> stays = new ArrayList<>();
    private final List<Refusal> refused = new ArrayList<>();

    public Admission(Horizon horizon) {
        this.horizon = horizon;
    }

    /** @param stay makes the stay of what was told; what its constructors say against it becomes the reason */
    public void add(String vehicleId, long arrivalS, long departureS, Supplier<Stay> stay) {
        try {
            Stay made = stay.get();
            if (made.arrivalS() < horizon.startS() || made.departureS() > horizon.endS()) {
                refuse(
                        vehicleId,
                        arrivalS,
                        departureS,
                        Refusal.Kind.OUT_OF_HORIZON,
                        "the stay (seconds " + made.arrivalS() + " to " + made.departureS()
                                + ") is not wholly within the horizon (" + horizon.startS() + " to " + horizon.endS()
                                + ")");
                return;
            }
            stays.add(made);
        } catch (IllegalArgumentException e) {
            refuse(vehicleId, arrivalS, departureS, Refusal.Kind.IMPOSSIBLE, e.getMessage());
        }
    }

    /** In an order that does not depend on the order of arrival. */
    public List<Stay> admitted() {
        stays.sort(ORDER);
        List<Stay> kept = new ArrayList<>(stays.size());
        for (Stay stay : stays) {
            Stay before = kept.isEmpty() ? null : kept.get(kept.size() - 1);
            if (before != null && clash(before, stay)) {
                refuse(
                        stay.vehicle().id(),
                        stay.arrivalS(),
                        stay.departureS(),
                        Refusal.Kind.OVERLAP,
                        "the stay from second " + stay.arrivalS()
                                + " overlaps another of the same vehicle, until second " + before.departureS());
            } else {
                kept.add(stay);
            }
        }
        stays.clear();
        stays.addAll(kept);
        return List.copyOf(kept);
    }

    public List<Refusal> refused() {
        refused.sort(Comparator.comparing(Refusal::vehicleId)
                .thenComparingLong(Refusal::arrivalS)
                .thenComparingLong(Refusal::departureS)
                .thenComparing(Refusal::reason));
        return List.copyOf(refused);
    }

    private static boolean clash(Stay before, Stay stay) {
        return before.vehicle().id().equals(stay.vehicle().id())
                && (stay.arrivalS() < before.departureS() || stay.arrivalS() == before.arrivalS());
    }

    private void refuse(String vehicleId, long arrivalS, long departureS, Refusal.Kind kind, String reason) {
        refused.add(new Refusal(vehicleId == null ? "" : vehicleId, arrivalS, departureS, kind, reason));
    }
}
