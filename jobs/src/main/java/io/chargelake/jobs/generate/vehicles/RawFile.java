package io.chargelake.jobs.generate.vehicles;

import io.chargelake.generate.vehicle.ChargeRow;
import io.chargelake.generate.vehicle.DriveRow;
import io.chargelake.generate.vehicle.FileUnits;
import io.chargelake.generate.vehicle.FileUnits.Decimal;
import io.chargelake.generate.vehicle.RawRow;
import io.chargelake.jobs.generate.output.CsvStyle;
import io.chargelake.jobs.generate.output.FileFormat;
import io.chargelake.jobs.generate.output.OutputRoot;
import io.chargelake.jobs.generate.output.RowSink;
import java.io.Closeable;
import java.io.IOException;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** One file of raw drives or charges, all in the units of that file. */
final class RawFile implements Closeable {

    private final RowSink sink;
    private final FileUnits units;
    private long rows;

    RawFile(OutputRoot root, String path, RawTable table, FileFormat format, FileUnits units) throws IOException {
        this.units = units;
        this.sink = format == FileFormat.CSV
                ? root.csv(path, table.columns(), style(units))
                : root.rows(path, format, table.columns());
    }

    private static CsvStyle style(FileUnits units) {
        ZoneId zone = units.clock() == FileUnits.Clock.UTC ? ZoneOffset.UTC : ZoneId.of("Europe/Berlin");
        return units.dialect() == FileUnits.Dialect.COMMA ? new CsvStyle(',', '.', zone) : new CsvStyle(';', ',', zone);
    }

    void write(DriveRow drive) throws IOException {
        start(drive);
        decimal(units.distanceOf(drive.distanceM()));
        energy(drive.energyWh());
        soc(drive);
        decimal(units.distanceOf(drive.odometerStartM()));
        decimal(units.distanceOf(drive.odometerEndM()));
        sink.decimal(drive.deciCelsius(), 1).endRow();
    }

    void write(ChargeRow charge) throws IOException {
        start(charge);
        energy(charge.energyWh());
        soc(charge);
        decimal(units.powerOf(charge.powerMeanW()));
        decimal(units.powerOf(charge.powerMaxW()));
        sink.text(charge.powerType()).text(charge.zone()).endRow();
    }

    private void start(RawRow<?> row) {
        rows++;
        sink.text(row.id()).text(row.vehicleId()).instant(row.startS()).instant(row.endS());
    }

    private void energy(long wattHours) {
        if (wattHours == RawRow.MISSING) {
            sink.empty();
        } else {
            decimal(units.energyOf(wattHours));
        }
    }

    private void soc(RawRow<?> row) {
        decimal(units.socOf(row.socStart()));
        decimal(units.socOf(row.socEnd()));
    }

    private void decimal(Decimal value) {
        sink.decimal(value.unscaled(), value.scale());
    }

    long rows() {
        return rows;
    }

    @Override
    public void close() throws IOException {
        sink.close();
    }
}
