package io.chargelake.jobs.generate.stations;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** What register to generate: as it stood on {@code asOf}. */
public record StationsSpec(long stations, LocalDate asOf, long seed, double damage) {

    public StationsSpec {
        if (stations < 1 || stations > 99_999_999) {
            throw new IllegalArgumentException(
                    "Cannot generate stations: their number must be within 1 and 99999999 (%d, --stations)"
                            .formatted(stations));
        }
        if (!(damage >= 0 && damage <= 1)) {
            throw new IllegalArgumentException(
                    "Cannot generate stations: damage is a share within 0 and 1 (%s, --damage)".formatted(damage));
        }
    }

    Map<String, Object> described() {
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("generator", "stations");
        spec.put("stations", stations);
        spec.put("as_of", asOf.toString());
        spec.put("seed", seed);
        spec.put("damage", damage);
        return spec;
    }
}
