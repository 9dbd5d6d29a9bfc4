package io.chargelake.jobs.extract;

import static io.chargelake.jobs.extract.Listing.chargeState;
import static io.chargelake.jobs.extract.Listing.duration;
import static io.chargelake.jobs.extract.Listing.energy;
import static io.chargelake.jobs.extract.Listing.power;

import io.chargelake.jobs.tables.ChargeSession;
import io.chargelake.privacy.request.Allowlist;
import io.chargelake.privacy.request.Allowlist.Counting;
import io.chargelake.privacy.request.RequestRule;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What leaves of charge sessions. */
final class ChargeSessionSource {
    static final Source SOURCE = new Source(
            ChargeSession.TABLE,
            Optional.empty(),
            List.of(VehicleAttributes.OF_VEHICLE),
            new Allowlist(
                    ChargeSession.TABLE.name(),
                    "charge sessions",
                    ChargeSession.START_TIME.name(),
                    VehicleAttributes.VEHICLES,
                    Optional.of(new Counting(BigDecimal.TEN)),
                    VehicleAttributes.listedIn(new Listing())
                            .category(ChargeSession.ZONE, 100)
                            .category(ChargeSession.POWER_TYPE, 2)
                            .yesNo(ChargeSession.COMPLETE)
                            .amount(duration(ChargeSession.DURATION_S))
                            .amount(energy(ChargeSession.ENERGY_KWH))
                            .amount(power(ChargeSession.POWER_MEAN_KW))
                            .amount(power(ChargeSession.POWER_MAX_KW))
                            .amount(chargeState(ChargeSession.SOC_START))
                            .amount(chargeState(ChargeSession.SOC_END))
                            .withheld(RequestRule.ID_COLUMN, ChargeSession.SESSION_ID, ChargeSession.VEHICLE_ID)
                            .withheld(RequestRule.PRECISE_TIME, ChargeSession.START_TIME, ChargeSession.END_TIME)
                            .withheld(RequestRule.NOT_LISTED, ChargeSession.CHARGES, ChargeSession.FLAGS)
                            .columns()));

    private ChargeSessionSource() {}
}
