package io.chargelake.generate.station;

import io.chargelake.generate.Draws;
import io.chargelake.generate.Seeds;
import java.util.List;
import java.util.Optional;

/** Damages a known share of a register's rows, each in at most one way. */
public final class StationDamage {

    private final Seeds seeds;
    private final double share;

    public StationDamage(Seeds seeds, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "Cannot damage stations: the share must be within 0 and 1 (%s, --damage)".formatted(share));
        }
        this.seeds = seeds.stream("station-damage");
        this.share = share;
    }

    /** What the register then holds instead of the row. */
    public record Damaged(List<StationRow> rows, Optional<StationDamageKind> kind) {}

    public Damaged apply(long index, StationRow row) {
        Draws draws = seeds.at(index).sequence();
        if (!draws.chance(share)) {
            return new Damaged(List.of(row), Optional.empty());
        }
        StationDamageKind kind = StationDamageKind.values()[draws.below(StationDamageKind.values().length)];
        return new Damaged(injure(kind, row, draws), Optional.of(kind));
    }

    private static List<StationRow> injure(StationDamageKind kind, StationRow row, Draws draws) {
        return switch (kind) {
            case ZERO_COORDINATES -> List.of(row.withPlace("0", "0"));
            case SWAPPED_COORDINATES -> List.of(row.withPlace(row.longitude(), row.latitude()));
            case DUPLICATE_ID ->
                List.of(row, row.withStatus(row.status().equals("operational") ? "out_of_service" : "operational"));
            case MALFORMED_EVSE_ID -> List.of(row.withEvseId(malformed(row.evseId(), draws)));
            case MISSING_HOURS -> List.of(row.withOpen247(""));
            case POSTCODE_COUNTRY -> List.of(row.withPostalCode("SW1A " + draws.below(10) + "AA"));
        };
    }

    private static String malformed(String evseId, Draws draws) {
        return switch (draws.below(3)) {
            case 0 -> evseId.substring(3);
            case 1 -> evseId.replace('*', '#');
            default -> "+49*" + evseId.replace("*E", "*");
        };
    }
}
