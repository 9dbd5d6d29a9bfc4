package io.chargelake.jobs.vehicles.sessions;

import io.chargelake.jobs.lake.files.BitColumn;
import io.chargelake.jobs.lake.files.BytesColumn;
import io.chargelake.jobs.lake.files.CodedColumn;
import io.chargelake.jobs.lake.files.FileTarget;
import io.chargelake.jobs.lake.files.NewFile;
import io.chargelake.jobs.lake.files.PlainColumn;
import io.chargelake.jobs.lake.files.TableFiles;
import io.chargelake.jobs.tables.Cycle;
import io.chargelake.vehicle.Micro;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/** The cycles of a day on their way to a data file. */
final class CycleFile {
    private final BytesColumn id = new BytesColumn(Cycle.CYCLE_ID);
    private final BytesColumn vehicle = new BytesColumn(Cycle.VEHICLE_ID);
    private final PlainColumn start = PlainColumn.micros(Cycle.START_TIME);
    private final PlainColumn end = PlainColumn.micros(Cycle.END_TIME);
    private final BitColumn closed = new BitColumn(Cycle.CLOSED);
    private final PlainColumn energyIn = PlainColumn.reals(Cycle.ENERGY_IN_KWH);
    private final PlainColumn energyOut = PlainColumn.reals(Cycle.ENERGY_OUT_KWH);
    private final PlainColumn distance = PlainColumn.reals(Cycle.DISTANCE_KM);
    private final PlainColumn consumption = PlainColumn.reals(Cycle.KWH_PER_100KM);
    private final CodedColumn trips = CodedColumn.ints(Cycle.TRIPS);
    private final PlainColumn socLost = PlainColumn.reals(Cycle.SOC_LOST_PARKED);
    private final CodedColumn parked = CodedColumn.longs(Cycle.PARKED_S);
    private final TableFiles files;

    CycleFile(FileTarget target) {
        files = new TableFiles(
                target,
                Cycle.TABLE,
                List.of(
                        id,
                        vehicle,
                        start,
                        end,
                        closed,
                        energyIn,
                        energyOut,
                        distance,
                        consumption,
                        trips,
                        socLost,
                        parked));
    }

    void begin(LocalDate day) {
        files.begin(day);
    }

    void add(byte[] ofVehicle, io.chargelake.vehicle.Cycle cycle) throws IOException {
        id.add(cycle.id());
        vehicle.add(ofVehicle);
        start.add(cycle.span().start());
        end.add(cycle.span().end());
        closed.add(cycle.closed());
        energyIn.add(Micro.real(cycle.energyIn()));
        energyOut.add(Micro.real(cycle.driven().energy()));
        distance.add(Micro.real(cycle.driven().distance()));
        consumption.add(cycle.driven().kwhPer100Km());
        trips.add(cycle.driven().trips());
        socLost.add(Micro.real(cycle.parked().socLost()));
        parked.add(Math.toIntExact(cycle.parked().time() / Micro.ONE));
        files.endRow();
    }

    List<NewFile> finish() throws IOException {
        return files.finish();
    }
}
