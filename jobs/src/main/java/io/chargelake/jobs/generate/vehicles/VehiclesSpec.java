package io.chargelake.jobs.generate.vehicles;

import io.chargelake.jobs.generate.output.FileFormat;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/** What fleet to generate. Damage is the share of raw rows that suffer, 0 for clean files of plain units. */
public record VehiclesSpec(long vehicles, LocalDate from, LocalDate to, long seed, double damage, FileFormat format)
        implements Serializable {

    private static final int WANTED_SLICES = 16;
    private static final long LARGEST_SLICE = 1_000;

    public VehiclesSpec {
        if (vehicles < 1 || vehicles > 99_999_999) {
            throw new IllegalArgumentException(
                    "Cannot generate vehicles: their number must be within 1 and 99999999 (%d, --vehicles)"
                            .formatted(vehicles));
        }
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException(
                    "Cannot generate vehicles: the period is empty (%s to %s, --from is inclusive and --to exclusive)"
                            .formatted(from, to));
        }
        if (!(damage >= 0 && damage <= 1)) {
            throw new IllegalArgumentException(
                    "Cannot generate vehicles: damage is a share within 0 and 1 (%s, --damage)".formatted(damage));
        }
    }

    long fromS() {
        return from.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    }

    long toS() {
        return to.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    }

    /** Enough slices for small worlds to hold several files of different units, large enough ones for large worlds. */
    long sliceSize() {
        return Math.min(LARGEST_SLICE, (vehicles + WANTED_SLICES - 1) / WANTED_SLICES);
    }

    int slices() {
        return Math.toIntExact((vehicles + sliceSize() - 1) / sliceSize());
    }

    Map<String, Object> described() {
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("generator", "vehicles");
        spec.put("vehicles", vehicles);
        spec.put("from", from.toString());
        spec.put("to", to.toString());
        spec.put("seed", seed);
        spec.put("damage", damage);
        spec.put("format", format.extension());
        return spec;
    }
}
