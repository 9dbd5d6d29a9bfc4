package io.chargelake.generate.vehicle;

import io.chargelake.generate.Draws;
import io.chargelake.generate.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Damages a known share of raw rows and says which. Whether and how a row suffers depends on the seed and its id
 * alone, so the share never changes what happens to the rest.
 */
public final class RowDamage {

    private static final int FULL_SOC = 10_000;

    private final Seeds seeds;
    private final double share;

    public RowDamage(Seeds seeds, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "Cannot damage rows: the share must be within 0 and 1 (%s, --damage)".formatted(share));
        }
        this.seeds = seeds.stream("damage");
        this.share = share;
    }

    /** @param rows what the table then holds, in order; @param marks which true rows suffered what */
    public record Damaged<T>(List<T> rows, List<Mark> marks) {}

    public record Mark(DamageKind kind, String vehicleId, String recordId, long startS) {}

    public Damaged<DriveRow> drives(List<DriveRow> rows) {
        return each(rows, DamageKind.OF_DRIVES, (kind, row, draws) -> {
            if (kind == DamageKind.NEGATIVE_DISTANCE) {
                return List.of(row.withDistanceM(-row.distanceM()));
            }
            return common(kind, row, draws);
        });
    }

    /** @param drives of the same vehicle, during one of which a false charge may be put */
    public Damaged<ChargeRow> charges(List<ChargeRow> rows, List<DriveRow> drives) {
        return each(rows, DamageKind.OF_CHARGES, (kind, row, draws) -> switch (kind) {
            case ZERO_ENERGY -> List.of(zero(row));
            case CHARGE_IN_DRIVE ->
                drives.isEmpty() ? List.of() : List.of(row, during(drives.get(draws.below(drives.size())), row));
            default -> common(kind, row, draws);
        });
    }

    private interface Injury<T> {
        /** What the table holds instead; nothing at all where the kind cannot be done to this row. */
        List<T> apply(DamageKind kind, T row, Draws draws);
    }

    private <T extends RawRow<T>> Damaged<T> each(List<T> rows, List<DamageKind> kinds, Injury<T> injury) {
        List<T> after = new ArrayList<>(rows.size() + 4);
        List<Mark> marks = new ArrayList<>();
        for (T row : rows) {
            Draws draws = seeds.stream(row.id()).sequence();
            if (!draws.chance(share)) {
                after.add(row);
                continue;
            }
            DamageKind kind = kinds.get(draws.below(kinds.size()));
            List<T> injured = injury.apply(kind, row, draws);
            boolean done = kind == DamageKind.MISSING || !injured.isEmpty();
            after.addAll(done ? injured : List.of(row));
            if (done) {
                marks.add(new Mark(kind, row.vehicleId(), row.id(), row.startS()));
            }
        }
        return new Damaged<>(after, marks);
    }

    private static <T extends RawRow<T>> List<T> common(DamageKind kind, T row, Draws draws) {
        return switch (kind) {
            case MISSING -> List.of();
            case DUPLICATE -> List.of(row, row);
            case OVERLAP -> List.of(row, row.secondHalf().withId(row.id() + "x"));
            case SOC_NOISE -> List.of(shifted(row, 100 + draws.below(250), draws));
            case SOC_JUMP -> List.of(shifted(row, 800 + draws.below(2_500), draws));
            case END_BEFORE_START -> List.of(row.withTimes(row.endS(), row.startS()));
            case MISSING_ENERGY -> List.of(row.withEnergyWh(RawRow.MISSING));
            case VEHICLE_SPELLING -> List.of(row.withVehicleId(respelled(row.vehicleId(), draws)));
            default ->
                throw new IllegalArgumentException("Cannot damage a row: no such damage of both tables (" + kind + ")");
        };
    }

    /** Both ends move together, away from the nearer bound, so that the shift is never lost by clipping. */
    private static <T extends RawRow<T>> T shifted(T row, int by, Draws draws) {
        int low = Math.min(row.socStart(), row.socEnd());
        int high = Math.max(row.socStart(), row.socEnd());
        boolean roomBelow = low >= by;
        boolean roomAbove = high + by <= FULL_SOC;
        boolean down = roomBelow && (!roomAbove || draws.chance(0.5));
        int shift = down ? -by : Math.min(by, FULL_SOC - low);
        return row.withSoc(Math.min(FULL_SOC, row.socStart() + shift), Math.min(FULL_SOC, row.socEnd() + shift));
    }

    private static ChargeRow zero(ChargeRow row) {
        return new ChargeRow(
                row.chargeId(),
                row.vehicleId(),
                row.startS(),
                row.endS(),
                0,
                row.socStart(),
                row.socStart(),
                0,
                0,
                row.powerType(),
                row.zone());
    }

    private static ChargeRow during(DriveRow drive, ChargeRow like) {
        long lengthS = drive.endS() - drive.startS();
        long startS = drive.startS() + lengthS / 4;
        long endS = startS + Math.max(1, lengthS / 2);
        long energyWh = Math.max(1, like.powerMeanW() * (endS - startS) / 3600);
        int soc = drive.socStart();
        return like.withId(like.chargeId() + "x")
                .withTimes(startS, endS)
                .withEnergyWh(energyWh)
                .withSoc(soc, Math.min(FULL_SOC, soc + 100));
    }

    private static String respelled(String id, Draws draws) {
        return switch (draws.below(3)) {
            case 0 -> id.toUpperCase(Locale.ROOT);
            case 1 -> " " + id;
            default -> id.toUpperCase(Locale.ROOT) + "  ";
        };
    }
}
