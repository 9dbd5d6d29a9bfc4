package io.chargelake.jobs.extract;

import static io.chargelake.jobs.extract.Listing.chargeState;
import static io.chargelake.jobs.extract.Listing.distance;
import static io.chargelake.jobs.extract.Listing.duration;
import static io.chargelake.jobs.extract.Listing.energy;

import io.chargelake.jobs.tables.Trip;
import io.chargelake.privacy.request.Allowlist;
import io.chargelake.privacy.request.Allowlist.Counting;
import io.chargelake.privacy.request.RequestRule;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What leaves of trips. */
final class TripSource {
    static final Source SOURCE = new Source(
            Trip.TABLE,
            Optional.empty(),
            List.of(VehicleAttributes.OF_VEHICLE),
            new Allowlist(
                    Trip.TABLE.name(),
                    "trips",
                    Trip.START_TIME.name(),
                    VehicleAttributes.VEHICLES,
                    Optional.of(new Counting(BigDecimal.TEN)),
                    VehicleAttributes.listedIn(new Listing())
                            .amount(duration(Trip.DURATION_S))
                            .amount(distance(Trip.DISTANCE_KM))
                            .amount(energy(Trip.ENERGY_KWH))
                            .amount(chargeState(Trip.SOC_START))
                            .amount(chargeState(Trip.SOC_END))
                            .withheld(RequestRule.ID_COLUMN, Trip.TRIP_ID, Trip.VEHICLE_ID)
                            .withheld(RequestRule.PRECISE_TIME, Trip.START_TIME, Trip.END_TIME)
                            .withheld(RequestRule.NOT_LISTED, Trip.DRIVES, Trip.FLAGS)
                            .columns()));

    private TripSource() {}
}
