package io.chargelake.jobs.generate.vehicles;

import io.chargelake.generate.Seeds;
import io.chargelake.generate.vehicle.ChargeRow;
import io.chargelake.generate.vehicle.DriveRow;
import io.chargelake.generate.vehicle.FileUnits;
import io.chargelake.generate.vehicle.RowDamage;
import io.chargelake.generate.vehicle.RowDamage.Damaged;
import io.chargelake.generate.vehicle.RowDamage.Mark;
import io.chargelake.generate.vehicle.VehicleFactory;
import io.chargelake.generate.vehicle.VehicleModel;
import io.chargelake.jobs.generate.output.FileFormat;
import io.chargelake.jobs.generate.output.OutputRoot;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One task: the vehicles of a slice through the whole period, a drive file and a charge file a month. Memory is one
 * small state a vehicle, whatever the period; nothing is shuffled.
 */
final class Slice {

    private final int index;
    private final VehiclesSpec spec;
    private final OutputRoot root;
    private final Seeds seeds;
    private final RowDamage damage;
    private final List<SliceVehicle> vehicles = new ArrayList<>();
    private final List<WrittenFile> files = new ArrayList<>();
    private final Counts counts = new Counts();

    /** What a task sends back. */
    record Result(List<WrittenFile> files, Counts counts) implements Serializable {}

    Slice(int index, VehiclesSpec spec, List<VehicleModel> models, OutputRoot root) {
        this.index = index;
        this.spec = spec;
        this.root = root;
        this.seeds = VehiclesGenerator.seeds(spec);
        this.damage = new RowDamage(seeds, spec.damage());
        VehicleFactory factory = new VehicleFactory(seeds, models);
        long end = Math.min(spec.vehicles(), (index + 1) * spec.sliceSize());
        for (long vehicle = index * spec.sliceSize(); vehicle < end; vehicle++) {
            vehicles.add(new SliceVehicle(spec, seeds, factory.at(vehicle)));
        }
    }

    Result write() throws IOException {
        try (Truth truth = new Truth(root, spec.format(), part())) {
            for (Month month : Month.of(spec)) {
                month(month, truth);
            }
            for (SliceVehicle vehicle : vehicles) {
                vehicle.end(truth, counts);
            }
        }
        return new Result(files, counts);
    }

    private void month(Month month, Truth truth) throws IOException {
        FileUnits driveUnits = units(RawTable.DRIVE, month);
        FileUnits chargeUnits = units(RawTable.CHARGE, month);
        String drivePath = path(RawTable.DRIVE, month);
        String chargePath = path(RawTable.CHARGE, month);
        RawFile drives = new RawFile(root, drivePath, RawTable.DRIVE, spec.format(), driveUnits);
        RawFile charges = new RawFile(root, chargePath, RawTable.CHARGE, spec.format(), chargeUnits);
        try (drives;
                charges) {
            for (SliceVehicle vehicle : vehicles) {
                vehicle.advance(month.endS(), truth, counts);
                List<DriveRow> trueDrives = vehicle.takeDrives(month.endS());
                List<ChargeRow> trueCharges = vehicle.takeCharges(month.endS());
                counts.add("drives_true", trueDrives.size());
                counts.add("charges_true", trueCharges.size());
                writeDrives(damage.drives(trueDrives), drives, drivePath, truth);
                writeCharges(damage.charges(trueCharges, trueDrives), charges, chargePath, truth);
            }
        }
        finish(RawTable.DRIVE, drivePath, drives.rows(), driveUnits);
        finish(RawTable.CHARGE, chargePath, charges.rows(), chargeUnits);
    }

    private void writeDrives(Damaged<DriveRow> damaged, RawFile file, String path, Truth truth) throws IOException {
        for (DriveRow drive : damaged.rows()) {
            file.write(drive);
        }
        mark(damaged.marks(), RawTable.DRIVE, path, truth);
    }

    private void writeCharges(Damaged<ChargeRow> damaged, RawFile file, String path, Truth truth) throws IOException {
        for (ChargeRow charge : damaged.rows()) {
            file.write(charge);
        }
        mark(damaged.marks(), RawTable.CHARGE, path, truth);
    }

    private void mark(List<Mark> marks, RawTable table, String path, Truth truth) throws IOException {
        for (Mark mark : marks) {
            truth.damage(mark, table, path);
            counts.add(damageCount(table, mark.kind().code()), 1);
        }
    }

    static String damageCount(RawTable table, String kind) {
        return "damage." + table.name().toLowerCase(Locale.ROOT) + "." + kind;
    }

    private void finish(RawTable table, String path, long rows, FileUnits units) throws IOException {
        counts.add(table.folder() + "_written", rows);
        files.add(WrittenFile.of(path, table, rows, root.size(path), units));
    }

    private FileUnits units(RawTable table, Month month) {
        Seeds node = seeds.stream("units").stream(table.folder()).at(index, month.index());
        FileUnits units = FileUnits.draw(node.sequence(), spec.damage());
        return spec.format() == FileFormat.CSV ? units : units.typed();
    }

    private String path(RawTable table, Month month) {
        return "vehicles/" + table.folder() + "/" + month.first() + "/" + part();
    }

    private String part() {
        return String.format(Locale.ROOT, "part-%05d.%s", index, spec.format().extension());
    }
}
