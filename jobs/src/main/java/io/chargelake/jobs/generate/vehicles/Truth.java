package io.chargelake.jobs.generate.vehicles;

import static io.chargelake.jobs.generate.output.Column.decimal;
import static io.chargelake.jobs.generate.output.Column.flag;
import static io.chargelake.jobs.generate.output.Column.instant;
import static io.chargelake.jobs.generate.output.Column.text;
import static io.chargelake.jobs.generate.output.Column.whole;

import io.chargelake.generate.vehicle.ChargeRow;
import io.chargelake.generate.vehicle.DriveRow;
import io.chargelake.generate.vehicle.LifeEvent;
import io.chargelake.generate.vehicle.RowDamage.Mark;
import io.chargelake.generate.vehicle.TrueSession;
import io.chargelake.generate.vehicle.TrueTrip;
import io.chargelake.generate.vehicle.VehicleLife;
import io.chargelake.generate.vehicle.VehicleProfile;
import io.chargelake.jobs.generate.output.Column;
import io.chargelake.jobs.generate.output.FileFormat;
import io.chargelake.jobs.generate.output.OutputRoot;
import io.chargelake.jobs.generate.output.RowSink;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What really happened to the vehicles of a slice, and what was done to their raw rows: always in plain units. */
final class Truth implements Closeable {

    static final String FOLDER = "truth/vehicles";

    private static final List<Column> SESSION = List.of(
            text("session_id"),
            text("vehicle_id"),
            instant("start_time"),
            instant("end_time"),
            decimal("energy_kwh"),
            decimal("soc_start"),
            decimal("soc_end"),
            decimal("power_mean_kw"),
            decimal("power_max_kw"),
            text("power_type"),
            text("place"),
            text("zone"),
            whole("charges"),
            text("charge_ids"),
            flag("complete"),
            text("flags"));
    private static final List<Column> TRIP = List.of(
            text("trip_id"),
            text("vehicle_id"),
            instant("start_time"),
            instant("end_time"),
            decimal("distance_km"),
            decimal("energy_kwh"),
            decimal("soc_start"),
            decimal("soc_end"),
            whole("drives"),
            text("drive_ids"));
    private static final List<Column> DAMAGE = List.of(
            text("kind"), text("table"), text("vehicle_id"), text("record_id"), instant("start_time"), text("file"));
    private static final List<Column> VEHICLE = List.of(
            text("vehicle_id"),
            text("usage"),
            flag("worn_battery"),
            decimal("home_charger_kw"),
            decimal("work_charger_kw"),
            whole("parked_w"),
            decimal("start_kwh"),
            decimal("charged_kwh"),
            decimal("driven_kwh"),
            decimal("parked_kwh"),
            decimal("end_kwh"));

    private final RowSink sessions;
    private final RowSink trips;
    private final RowSink damage;
    private final RowSink vehicles;

    Truth(OutputRoot root, FileFormat format, String part) throws IOException {
        sessions = root.rows(FOLDER + "/charge_session/" + part, format, SESSION);
        trips = root.rows(FOLDER + "/trip/" + part, format, TRIP);
        damage = root.rows(FOLDER + "/damage/" + part, format, DAMAGE);
        vehicles = root.rows(FOLDER + "/vehicle/" + part, format, VEHICLE);
    }

    void session(TrueSession session, List<String> flags) throws IOException {
        ChargeRow first = session.first();
        sessions.text(session.id()).text(first.vehicleId());
        times(sessions, session).decimal(session.energyWh(), 3);
        soc(sessions, session)
                .decimal(Math.round(session.energyWh() * 3600.0 / session.chargingS()), 3)
                .decimal(session.powerMaxW(), 3)
                .text(first.powerType())
                .text(session.place().name().toLowerCase(Locale.ROOT))
                .text(first.zone())
                .whole(session.charges().size())
                .text(session.charges().stream().map(ChargeRow::chargeId).collect(Collectors.joining("|")))
                .flag(flags.isEmpty())
                .text(String.join("|", flags))
                .endRow();
    }

    void trip(TrueTrip trip) throws IOException {
        trips.text(trip.id()).text(trip.first().vehicleId());
        times(trips, trip).decimal(trip.distanceM(), 3).decimal(trip.energyWh(), 3);
        soc(trips, trip)
                .whole(trip.drives().size())
                .text(trip.drives().stream().map(DriveRow::driveId).collect(Collectors.joining("|")))
                .endRow();
    }

    void damage(Mark mark, RawTable table, String file) throws IOException {
        damage.text(mark.kind().code())
                .text(table.name().toLowerCase(Locale.ROOT))
                .text(mark.vehicleId())
                .text(mark.recordId())
                .instant(mark.startS())
                .text(file)
                .endRow();
    }

    void vehicle(VehicleProfile vehicle, VehicleLife.Balance balance) throws IOException {
        vehicles.text(vehicle.vehicleId())
                .text(vehicle.usage().name().toLowerCase(Locale.ROOT))
                .flag(vehicle.thirst().worn())
                .decimal(vehicle.habits().homeChargerW(), 3)
                .decimal(vehicle.habits().workChargerW(), 3)
                .whole(vehicle.thirst().parkedW())
                .decimal(balance.startWh(), 3)
                .decimal(balance.chargedWh(), 3)
                .decimal(balance.drivenWh(), 3)
                .decimal(balance.parkedWh(), 3)
                .decimal(balance.endWh(), 3)
                .endRow();
    }

    private static RowSink times(RowSink sink, LifeEvent event) {
        return sink.instant(event.startS()).instant(event.endS());
    }

    private static RowSink soc(RowSink sink, LifeEvent event) {
        return sink.decimal(event.socStart(), 2).decimal(event.socEnd(), 2);
    }

    @Override
    public void close() throws IOException {
        try (sessions;
                trips;
                damage;
                vehicles) {
            // closing each is all: the resources close even if one of them fails
        }
    }
}
