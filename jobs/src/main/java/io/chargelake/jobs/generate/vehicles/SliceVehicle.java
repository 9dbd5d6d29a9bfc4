package io.chargelake.jobs.generate.vehicles;

import io.chargelake.generate.Seeds;
import io.chargelake.generate.vehicle.ChargeRow;
import io.chargelake.generate.vehicle.DriveRow;
import io.chargelake.generate.vehicle.LifeEvent;
import io.chargelake.generate.vehicle.RawRow;
import io.chargelake.generate.vehicle.SessionFlags;
import io.chargelake.generate.vehicle.TrueSession;
import io.chargelake.generate.vehicle.TrueTrip;
import io.chargelake.generate.vehicle.VehicleLife;
import io.chargelake.generate.vehicle.VehicleProfile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A vehicle on its way through the months: rows that belong to a later file wait, and so does the last event. */
final class SliceVehicle {

    private final VehiclesSpec spec;
    private final VehicleProfile profile;
    private final VehicleLife life;
    private final List<DriveRow> drives = new ArrayList<>();
    private final List<ChargeRow> charges = new ArrayList<>();
    private Optional<LifeEvent> before = Optional.empty();
    private Optional<LifeEvent> last = Optional.empty();

    SliceVehicle(VehiclesSpec spec, Seeds seeds, VehicleProfile profile) {
        this.spec = spec;
        this.profile = profile;
        this.life = new VehicleLife(seeds, profile, spec.fromS(), spec.toS());
    }

    /** Lives on to {@code untilS}, telling the truth about all events whose neighbours are known. */
    void advance(long untilS, Truth truth, Counts counts) throws IOException {
        for (LifeEvent event : life.advance(untilS)) {
            if (event instanceof TrueTrip trip) {
                drives.addAll(trip.drives());
            } else if (event instanceof TrueSession session) {
                charges.addAll(session.charges());
            }
            tell(Optional.of(event), truth, counts);
        }
    }

    void end(Truth truth, Counts counts) throws IOException {
        tell(Optional.empty(), truth, counts);
        VehicleLife.Balance balance = life.balance();
        truth.vehicle(profile, balance);
        counts.add("charged_wh", balance.chargedWh());
        counts.add("driven_wh", balance.drivenWh());
        counts.add("parked_wh", balance.parkedWh());
    }

    List<DriveRow> takeDrives(long untilS) {
        return take(drives, untilS);
    }

    List<ChargeRow> takeCharges(long untilS) {
        return take(charges, untilS);
    }

    private void tell(Optional<LifeEvent> next, Truth truth, Counts counts) throws IOException {
        if (last.isPresent() && last.get() instanceof TrueTrip trip) {
            truth.trip(trip);
            counts.add("trips", 1);
            counts.add("distance_m", trip.distanceM());
        } else if (last.isPresent() && last.get() instanceof TrueSession session) {
            List<String> flags = SessionFlags.of(before, session, next, spec.fromS(), spec.toS());
            truth.session(session, flags);
            counts.add("charge_sessions", 1);
            counts.add("charge_sessions_complete", flags.isEmpty() ? 1 : 0);
        }
        before = last;
        last = next;
    }

    private static <T extends RawRow<T>> List<T> take(List<T> waiting, long untilS) {
        int end = 0;
        while (end < waiting.size() && waiting.get(end).startS() < untilS) {
            end++;
        }
        List<T> due = waiting.subList(0, end);
        List<T> taken = List.copyOf(due);
        due.clear();
        return taken;
    }
}
