package io.chargelake.jobs.extract;

import static io.chargelake.jobs.extract.Listing.amountOf;

import io.chargelake.jobs.tables.ChargingPoint;
import io.chargelake.jobs.tables.ChargingStation;
import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.OccupancyHourly;
import io.chargelake.privacy.request.Allowlist;
import io.chargelake.privacy.request.Amount;
import io.chargelake.privacy.request.Contributors;
import io.chargelake.privacy.request.RequestRule;
import java.util.List;
import java.util.Optional;

/**
 * What leaves of the hours of charging points. They are not counted: their number by that of the hours is the number of points. Nor are their seconds
 * summed, as the five durations of an hour always add to 3600.
 */
final class OccupancySource {
    static final Source SOURCE = new Source(
            OccupancyHourly.TABLE,
            Optional.of(new Source.Only(OccupancyHourly.DEVICE_TYPE, "point")),
            List.of(
                    new Attributes(ChargingPoint.TABLE, OccupancyHourly.DEVICE_ID, ChargingPoint.ID_CP),
                    new Attributes(ChargingStation.TABLE, ChargingPoint.ID_CS, ChargingStation.ID_CS)),
            new Allowlist(
                    OccupancyHourly.TABLE.name(),
                    "hours of charging points",
                    OccupancyHourly.HOUR.name(),
                    new Contributors(
                            "charging points",
                            OccupancyHourly.DEVICE_ID.name(),
                            Optional.of(ChargingStation.ID_CS.name()),
                            Optional.of(ChargingStation.OPERATOR_NAME.name())),
                    Optional.empty(),
                    listing().columns()));

    private static Listing listing() {
        return new Listing()
                .category(ChargingStation.CITY, 2000)
                .category(ChargingStation.COUNTRY, 50)
                .yesNo(ChargingStation.OPEN_24_7)
                .yesNo(ChargingStation.ROAMING)
                .amount(seconds(OccupancyHourly.AVAILABLE_S))
                .amount(seconds(OccupancyHourly.OCCUPIED_S))
                .amount(seconds(OccupancyHourly.BLOCKED_S))
                .amount(seconds(OccupancyHourly.OUT_OF_SERVICE_S))
                .amount(seconds(OccupancyHourly.UNKNOWN_S))
                .amount(amountOf(OccupancyHourly.SESSIONS_STARTED).sums("10"))
                .withheld(
                        RequestRule.ID_COLUMN,
                        OccupancyHourly.DEVICE_ID,
                        ChargingPoint.ID_CS,
                        ChargingStation.SOURCE_ID)
                .withheld(RequestRule.PRECISE_TIME, OccupancyHourly.HOUR)
                .withheld(
                        RequestRule.PRECISE_PLACE,
                        ChargingStation.ADDRESS,
                        ChargingStation.POSTAL_CODE,
                        ChargingStation.LONGITUDE,
                        ChargingStation.LATITUDE,
                        ChargingPoint.CHARGING_STATION_POSITION,
                        ChargingPoint.CP_POSITION,
                        ChargingPoint.FLOOR_LEVEL)
                .withheld(RequestRule.OPERATOR_COLUMN, ChargingStation.OPERATOR_NAME, ChargingStation.OWNER)
                .withheld(RequestRule.FREE_TEXT, ChargingStation.NAME, ChargingStation.OPERATOR_HOTLINE)
                .withheld(RequestRule.NOT_LISTED, OccupancyHourly.DEVICE_TYPE, ChargingPoint.VEHICLE_TYPE);
    }

    private static Amount seconds(Col col) {
        return amountOf(col).means("10").quantiles("60");
    }

    private OccupancySource() {}
}
