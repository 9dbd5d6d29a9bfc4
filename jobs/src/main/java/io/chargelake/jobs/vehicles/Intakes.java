package io.chargelake.jobs.vehicles;

import io.chargelake.jobs.lake.Conform;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.quality.Intake;
import io.chargelake.jobs.quality.Rule;
import io.chargelake.jobs.raw.FlatFiles;
import io.chargelake.jobs.tables.Charge;
import io.chargelake.jobs.tables.Drive;
import io.chargelake.jobs.tables.Table;
import io.chargelake.jobs.tables.Vehicle;
import io.chargelake.jobs.vehicles.clean.Charges;
import io.chargelake.jobs.vehicles.clean.Delivery;
import io.chargelake.jobs.vehicles.clean.Kind;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A delivery's vehicles, drives and charges, each read and checked in one pass. */
final class Intakes implements AutoCloseable {
    private final Run run;
    private final Map<Kind, Intake> intakes = new EnumMap<>(Kind.class);

    /** What rows of a kind must keep, at the time of the run. */
    interface Rules {
        List<Rule> of(Kind kind, Instant asOf);
    }

    /** What is made of charges before they are checked, beside the capacities of their vehicles. */
    interface Ending {
        Dataset<Row> of(Dataset<Row> charges, Dataset<Row> capacities);
    }

    private Intakes(Run run) {
        this.run = run;
    }

    static Intakes of(Run run, Delivery delivery, Rules rules, Ending ending) {
        var intakes = new Intakes(run);
        for (Kind kind : delivery.kinds()) {
            FlatFiles.Rows raw = delivery.rows(kind);
            FlatFiles.Rows prepared =
                    switch (kind) {
                        case VEHICLE -> raw;
                        case DRIVE -> each(raw, intakes::within);
                        case CHARGE -> {
                            Dataset<Row> capacities = intakes.capacities();
                            yield each(raw, charges -> ending.of(intakes.within(charges), capacities));
                        }
                    };
            intakes.intakes.put(
                    kind, Intake.of(prepared, rules.of(kind, run.context().started())));
        }
        return intakes;
    }

    private static FlatFiles.Rows each(FlatFiles.Rows raw, UnaryOperator<Dataset<Row>> step) {
        return new FlatFiles.Rows(raw.groups().stream().map(step).toList(), raw.unreadable());
    }

    /** With days asked for, rows of other days are left in the files; those without a readable start are looked at. */
    private Dataset<Row> within(Dataset<Row> rows) {
        return run.days().isAll()
                ? rows
                : rows.where(Drive.START_TIME.col().isNull().or(run.days().containTime(Drive.START_TIME.col())));
    }

    private Dataset<Row> capacities() {
        Dataset<Row> stored = run.lake().read(Vehicle.TABLE);
        return Charges.capacities(select(accepted(Kind.VEHICLE), Vehicle.TABLE).union(select(stored, Vehicle.TABLE)));
    }

    List<Intake> all() {
        return List.copyOf(intakes.values());
    }

    /** Rows of a kind that broke no rule of quarantine; none where there are no files of it. */
    Dataset<Row> accepted(Kind kind) {
        Intake intake = intakes.get(kind);
        return intake == null ? Conform.empty(run.spark(), table(kind)) : intake.accepted();
    }

    boolean has(Kind kind) {
        return intakes.containsKey(kind);
    }

    private static Table table(Kind kind) {
        return switch (kind) {
            case VEHICLE -> Vehicle.TABLE;
            case DRIVE -> Drive.TABLE;
            case CHARGE -> Charge.TABLE;
        };
    }

    private static Dataset<Row> select(Dataset<Row> rows, Table table) {
        return Conform.to(table, rows);
    }

    @Override
    public void close() {
        intakes.values().forEach(Intake::close);
    }
}
