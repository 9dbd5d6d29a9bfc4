package io.chargelake.jobs.fleet;

import java.io.Serializable;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * A stay that came well, but can't be planned.
 *
 * @param code of the rule it broke
 */
record RefusedStay(String vehicleId, String siteId, long arrivalS, long departureS, String code, String reason)
        implements Serializable {

    /** As it is kept in quarantine. */
    Map<String, String> raw() {
        return new TreeMap<>(Map.of(
                "vehicle_id", vehicleId,
                "site_id", siteId,
                "arrival", Instant.ofEpochSecond(arrivalS).toString(),
                "departure", Instant.ofEpochSecond(departureS).toString(),
                "reason", reason));
    }
}
