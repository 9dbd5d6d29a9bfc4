package io.chargelake.jobs.generate.fleet;

import io.chargelake.jobs.generate.output.FileFormat;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

/** What fleet to generate; people arrive and leave by the clock of the zone. */
public record FleetSpec(long vehicles, LocalDate from, LocalDate to, long seed, ZoneId zone, FileFormat format)
        implements Serializable {

    public FleetSpec {
        if (vehicles < 1 || vehicles > 99_999_999) {
            throw new IllegalArgumentException(
                    "Cannot generate a fleet: its vehicles must be within 1 and 99999999 (%d, --vehicles)"
                            .formatted(vehicles));
        }
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException(
                    "Cannot generate a fleet: the period is empty (%s to %s, --from is inclusive and --to exclusive)"
                            .formatted(from, to));
        }
    }

    Map<String, Object> described() {
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("generator", "fleet");
        spec.put("vehicles", vehicles);
        spec.put("from", from.toString());
        spec.put("to", to.toString());
        spec.put("seed", seed);
        spec.put("zone", zone.getId());
        spec.put("format", format.extension());
        return spec;
    }
}
