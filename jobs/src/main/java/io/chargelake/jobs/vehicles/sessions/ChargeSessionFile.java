package io.chargelake.jobs.vehicles.sessions;

import io.chargelake.jobs.lake.files.BitColumn;
import io.chargelake.jobs.lake.files.BytesColumn;
import io.chargelake.jobs.lake.files.CodedColumn;
import io.chargelake.jobs.lake.files.FileTarget;
import io.chargelake.jobs.lake.files.NewFile;
import io.chargelake.jobs.lake.files.PlainColumn;
import io.chargelake.jobs.lake.files.SetColumn;
import io.chargelake.jobs.lake.files.TableFiles;
import io.chargelake.jobs.tables.ChargeSession;
import io.chargelake.vehicle.Flag;
import io.chargelake.vehicle.Micro;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/** The charge sessions of a day on their way to a data file. */
final class ChargeSessionFile {
    private final BytesColumn id = new BytesColumn(ChargeSession.SESSION_ID);
    private final BytesColumn vehicle = new BytesColumn(ChargeSession.VEHICLE_ID);
    private final SpanColumns span =
            new SpanColumns(ChargeSession.START_TIME, ChargeSession.END_TIME, ChargeSession.DURATION_S);
    private final PlainColumn energy = PlainColumn.reals(ChargeSession.ENERGY_KWH);
    private final SocColumns soc = new SocColumns(ChargeSession.SOC_START, ChargeSession.SOC_END);
    private final PlainColumn powerMean = PlainColumn.reals(ChargeSession.POWER_MEAN_KW);
    private final PlainColumn powerMax = PlainColumn.reals(ChargeSession.POWER_MAX_KW);
    private final BytesColumn powerType = new BytesColumn(ChargeSession.POWER_TYPE);
    private final BytesColumn zone = new BytesColumn(ChargeSession.ZONE);
    private final CodedColumn charges = CodedColumn.ints(ChargeSession.CHARGES);
    private final BitColumn complete = new BitColumn(ChargeSession.COMPLETE);
    private final SetColumn flags = new SetColumn(ChargeSession.FLAGS, Flag.codes());
    private final TableFiles files;

    ChargeSessionFile(FileTarget target) {
        files = new TableFiles(
                target,
                ChargeSession.TABLE,
                List.of(
                        id,
                        vehicle,
                        span.start(),
                        span.end(),
                        span.seconds(),
                        energy,
                        soc.start(),
                        soc.end(),
                        powerMean,
                        powerMax,
                        powerType,
                        zone,
                        charges,
                        complete,
                        flags));
    }

    void begin(LocalDate day) {
        files.begin(day);
    }

    void add(byte[] ofVehicle, io.chargelake.vehicle.ChargeSession session) throws IOException {
        io.chargelake.vehicle.ChargeSession.Charged charged = session.charged();
        id.add(session.id());
        vehicle.add(ofVehicle);
        span.add(session.span());
        energy.add(Micro.real(charged.energy()));
        soc.add(session.soc());
        powerMean.add(charged.powerMean_kw());
        powerMax.add(Micro.real(charged.powerMax()));
        powerType.add(charged.site().powerType());
        zone.add(charged.site().zone());
        charges.add(session.charges());
        complete.add(session.isComplete());
        flags.add(session.flags());
        files.endRow();
    }

    List<NewFile> finish() throws IOException {
        return files.finish();
    }
}
