package io.chargelake.jobs.vehicles.sessions;

import io.chargelake.jobs.lake.files.BytesColumn;
import io.chargelake.jobs.lake.files.CodedColumn;
import io.chargelake.jobs.lake.files.FileTarget;
import io.chargelake.jobs.lake.files.NewFile;
import io.chargelake.jobs.lake.files.PlainColumn;
import io.chargelake.jobs.lake.files.SetColumn;
import io.chargelake.jobs.lake.files.TableFiles;
import io.chargelake.jobs.tables.Trip;
import io.chargelake.vehicle.Flag;
import io.chargelake.vehicle.Micro;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/** The trips of a day on their way to a data file. */
final class TripFile {
    private final BytesColumn id = new BytesColumn(Trip.TRIP_ID);
    private final BytesColumn vehicle = new BytesColumn(Trip.VEHICLE_ID);
    private final SpanColumns span = new SpanColumns(Trip.START_TIME, Trip.END_TIME, Trip.DURATION_S);
    private final PlainColumn distance = PlainColumn.reals(Trip.DISTANCE_KM);
    private final PlainColumn energy = PlainColumn.reals(Trip.ENERGY_KWH);
    private final SocColumns soc = new SocColumns(Trip.SOC_START, Trip.SOC_END);
    private final CodedColumn drives = CodedColumn.ints(Trip.DRIVES);
    private final SetColumn flags = new SetColumn(Trip.FLAGS, Flag.codes());
    private final TableFiles files;

    TripFile(FileTarget target) {
        files = new TableFiles(
                target,
                Trip.TABLE,
                List.of(
                        id,
                        vehicle,
                        span.start(),
                        span.end(),
                        span.seconds(),
                        distance,
                        energy,
                        soc.start(),
                        soc.end(),
                        drives,
                        flags));
    }

    void begin(LocalDate day) {
        files.begin(day);
    }

    void add(byte[] ofVehicle, io.chargelake.vehicle.Trip trip) throws IOException {
        id.add(trip.id());
        vehicle.add(ofVehicle);
        span.add(trip.span());
        distance.add(Micro.real(trip.distance()));
        energy.add(Micro.real(trip.energy()));
        soc.add(trip.soc());
        drives.add(trip.drives());
        flags.add(trip.flags());
        files.endRow();
    }

    List<NewFile> finish() throws IOException {
        return files.finish();
    }
}
