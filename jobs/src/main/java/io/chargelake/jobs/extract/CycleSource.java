package io.chargelake.jobs.extract;

import static io.chargelake.jobs.extract.Listing.amountOf;
import static io.chargelake.jobs.extract.Listing.distance;
import static io.chargelake.jobs.extract.Listing.duration;
import static io.chargelake.jobs.extract.Listing.energy;

import io.chargelake.jobs.tables.Cycle;
import io.chargelake.privacy.request.Allowlist;
import io.chargelake.privacy.request.Allowlist.Counting;
import io.chargelake.privacy.request.RequestRule;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What leaves of cycles. */
final class CycleSource {
    static final Source SOURCE = new Source(
            Cycle.TABLE,
            Optional.empty(),
            List.of(VehicleAttributes.OF_VEHICLE),
            new Allowlist(
                    Cycle.TABLE.name(),
                    "cycles",
                    Cycle.START_TIME.name(),
                    VehicleAttributes.VEHICLES,
                    Optional.of(new Counting(BigDecimal.TEN)),
                    VehicleAttributes.listedIn(new Listing())
                            .yesNo(Cycle.CLOSED)
                            .amount(energy(Cycle.ENERGY_IN_KWH))
                            .amount(energy(Cycle.ENERGY_OUT_KWH))
                            .amount(distance(Cycle.DISTANCE_KM))
                            .amount(amountOf(Cycle.KWH_PER_100KM)
                                    .means("0.1")
                                    .quantiles("0.5")
                                    .values("1")
                                    .thresholds("5", "50"))
                            .amount(amountOf(Cycle.SOC_LOST_PARKED)
                                    .means("0.1")
                                    .quantiles("1")
                                    .values("5"))
                            .amount(duration(Cycle.PARKED_S))
                            .withheld(RequestRule.ID_COLUMN, Cycle.CYCLE_ID, Cycle.VEHICLE_ID)
                            .withheld(RequestRule.PRECISE_TIME, Cycle.START_TIME, Cycle.END_TIME)
                            .withheld(RequestRule.NOT_LISTED, Cycle.TRIPS)
                            .columns()));

    private CycleSource() {}
}
