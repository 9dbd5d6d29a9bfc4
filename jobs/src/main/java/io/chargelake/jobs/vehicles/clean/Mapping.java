package io.chargelake.jobs.vehicles.clean;

import io.chargelake.jobs.tables.Charge;
import io.chargelake.jobs.tables.Drive;
import io.chargelake.jobs.tables.FlatDrives;
import io.chargelake.jobs.tables.FlatEvents;
import io.chargelake.jobs.tables.Vehicle;
import io.chargelake.unit.Quantity;
import io.chargelake.unit.Unit;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is said of a delivery's files; what is not said, the values tell.
 *
 * @param columns by kind, the files' own name of each of our columns; columns that are left out have our name
 * @param units as written in the files
 * @param clock of times that name no offset
 */
public record Mapping(
        Map<Kind, Map<String, String>> columns,
        Map<Quantity, Unit> units,
        Optional<DecimalMark> decimal,
        Optional<DateOrder> dates,
        Optional<Clock> clock) {

    public static final Mapping NONE =
            new Mapping(Map.of(), Map.of(), Optional.empty(), Optional.empty(), Optional.empty());

    private static final String DURATION = FlatDrives.DURATION_S.name();
    private static final String MINUTES = "duration_min";
    private static final String ID = "id";
    private static final String CAR = "car_id";
    private static final String START = "start_date";
    private static final String END = "end_date";

    /** TeslaMate's tables drives, charging_processes and cars: times without offset are UTC, units are fixed. */
    public static final Mapping TESLAMATE = new Mapping(
            Map.of(
                    Kind.DRIVE,
                    Map.of(
                            Drive.DRIVE_ID.name(),
                            ID,
                            Drive.VEHICLE_ID.name(),
                            CAR,
                            Drive.START_TIME.name(),
                            START,
                            Drive.END_TIME.name(),
                            END,
                            Drive.DISTANCE_KM.name(),
                            "distance",
                            Drive.ODOMETER_START_KM.name(),
                            "start_km",
                            Drive.ODOMETER_END_KM.name(),
                            "end_km",
                            Drive.OUTSIDE_TEMP_C.name(),
                            "outside_temp_avg",
                            DURATION,
                            MINUTES),
                    Kind.CHARGE,
                    Map.of(
                            Charge.CHARGE_ID.name(),
                            ID,
                            Charge.VEHICLE_ID.name(),
                            CAR,
                            Charge.START_TIME.name(),
                            START,
                            Charge.END_TIME.name(),
                            END,
                            Charge.ENERGY_KWH.name(),
                            "charge_energy_added",
                            Charge.SOC_START.name(),
                            "start_battery_level",
                            Charge.SOC_END.name(),
                            "end_battery_level",
                            DURATION,
                            MINUTES),
                    Kind.VEHICLE,
                    Map.of(
                            Vehicle.VEHICLE_ID.name(), ID,
                            Vehicle.MODEL.name(), "model",
                            Vehicle.VEHICLE_TYPE.name(), "trim_badging")),
            Map.of(
                    Quantity.DISTANCE, Unit.KM,
                    Quantity.ENERGY, Unit.KWH,
                    Quantity.POWER, Unit.KW,
                    Quantity.SOC, Unit.PERCENT,
                    Quantity.DURATION, Unit.MINUTE),
            Optional.of(DecimalMark.POINT),
            Optional.of(DateOrder.YMD),
            Optional.of(Clock.UTC));

    /** The flat events are charges that have neither an id nor an end of their own. */
    public static final Mapping EVENTS = new Mapping(
            Map.of(
                    Kind.CHARGE,
                    Map.of(
                            Charge.VEHICLE_ID.name(), FlatEvents.VEHICLE_ID_HASH.name(),
                            Charge.START_TIME.name(), FlatEvents.TIMESTAMP.name(),
                            Charge.POWER_MEAN_KW.name(), FlatEvents.POWER.name())),
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** Our column's name in files of this kind. */
    String theirs(Kind kind, String ours) {
        return columns.getOrDefault(kind, Map.of()).getOrDefault(ours, ours);
    }

    /** The same, and of columns it does not name the names of another. */
    public Mapping orNamesOf(Mapping other) {
        Map<Kind, Map<String, String>> both = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            Map<String, String> names = new HashMap<>(other.columns.getOrDefault(kind, Map.of()));
            names.putAll(columns.getOrDefault(kind, Map.of()));
            both.put(kind, names);
        }
        return new Mapping(both, units, decimal, dates, clock);
    }

    /** The same with another zone; what offsets are worth stays as it was said. */
    public Mapping withZone(ZoneId zone) {
        Clock.Offsets offsets = clock.map(Clock::offsets).orElse(Clock.Offsets.KEPT);
        Clock other = new Clock(zone, offsets, Clock.Origin.STATED);
        return new Mapping(columns, units, decimal, dates, Optional.of(other));
    }
}
