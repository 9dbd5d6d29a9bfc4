package io.chargelake.profile;

import io.chargelake.unit.CommonCar;
import io.chargelake.unit.FileEvidence;
import io.chargelake.unit.Quantity;
import io.chargelake.unit.Unit;
import io.chargelake.unit.UnitDetection;
import io.chargelake.unit.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What sampled rows tell of the units of a table, of each of its files and of all together. */
final class UnitEvidence {
    /** Rows of a file that are enough to speak of its units. */
    private static final int ENOUGH = 20;

    private static final double LEAST_SOC_CHANGE = 1e-9;
    private static final double CLOSE = 0.1;

    private final Roles roles;
    private final SampledTimes times;
    private final List<ColumnSketch> columns;
    private final List<RowSample.Sampled> rows;
    private final Map<Quantity, Verdict> all;
    private final Map<Integer, Map<Quantity, Verdict>> byFile;

    UnitEvidence(Roles roles, List<ColumnSketch> columns, List<RowSample.Sampled> rows) {
        this.roles = roles;
        this.columns = columns;
        this.times = new SampledTimes(columns);
        this.rows = rows;
        this.all = UnitDetection.of(evidence(rows));
        this.byFile = rows.stream()
                .collect(Collectors.groupingBy(RowSample.Sampled::file, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .filter(file -> file.getValue().size() >= ENOUGH)
                .collect(Collectors.toMap(Map.Entry::getKey, file -> UnitDetection.of(evidence(file.getValue()))));
    }

    /** What all rows together tell; empty where nothing speaks of the quantity. */
    Optional<Verdict> verdict(Quantity quantity) {
        return Optional.ofNullable(all.get(quantity));
    }

    /** How many files are of each unit, where they are not all of one; what is only assumed does not count. */
    Map<Unit, Long> mixture(Quantity quantity) {
        Map<Unit, Long> files = byFile.values().stream()
                .map(verdicts -> verdicts.get(quantity))
                .filter(verdict -> verdict != null && !verdict.isAssumed())
                .collect(Collectors.groupingBy(Verdict::unit, TreeMap::new, Collectors.counting()));
        return files.size() > 1 ? files : Map.of();
    }

    /** The unit of a column of durations, held against the time from start to end. */
    Optional<Unit> duration(int column) {
        if (roles.spans().isEmpty()) {
            return Optional.empty();
        }
        OptionalDouble secondsAPart = SampledColumn.of(rows, row -> ratio(hours(row) * 3_600, row.cell(column)))
                .median();
        return Quantity.DURATION.units().stream()
                .filter(unit ->
                        secondsAPart.isPresent() && Math.abs(secondsAPart.getAsDouble() / unit.toPlain(1) - 1) < CLOSE)
                .findFirst();
    }

    private FileEvidence evidence(List<RowSample.Sampled> of) {
        SampledColumn speeds = SampledColumn.of(of, row -> positive(ratio(distance(row), hours(row))));
        SampledColumn socs = SampledColumn.of(of, row -> positive(row.cell(anySoc())));
        return new FileEvidence(
                socs.share(soc -> soc <= 1),
                median(of, this::energy),
                median(of, row -> ratio(energy(row), socChange(row))),
                median(of, row -> ratio(energy(row), hours(row))),
                median(of, row -> row.cell(roles.power())),
                median(of, row -> ratio(energy(row), distance(row))),
                median(of, this::thirst),
                speeds.share(speed -> speed > CommonCar.FAST));
    }

    private static OptionalDouble median(List<RowSample.Sampled> of, SampledColumn.Value value) {
        return SampledColumn.of(of, row -> positive(value.of(row))).median();
    }

    private double energy(RowSample.Sampled row) {
        return row.cell(roles.energy());
    }

    private double distance(RowSample.Sampled row) {
        return row.cell(roles.distance());
    }

    private int anySoc() {
        return roles.socStart() == Roles.NONE ? roles.socEnd() : roles.socStart();
    }

    private double socChange(RowSample.Sampled row) {
        double change = Math.abs(row.cell(roles.socEnd()) - row.cell(roles.socStart()));
        return change > LEAST_SOC_CHANGE ? change : Double.NaN;
    }

    /** From start to end; else the stated duration, where its unit is known by its name or its writing. */
    private double hours(RowSample.Sampled row) {
        if (!roles.spans().isEmpty()) {
            return times.hours(row, roles.spans().get(0));
        }
        if (roles.duration() == Roles.NONE) {
            return Double.NaN;
        }
        ColumnSketch stated = columns.get(roles.duration());
        Optional<Unit> unit = Reading.of(stated).kind() == TextKind.CLOCK
                ? Optional.of(Unit.SECOND)
                : ColumnName.of(stated.name()).unit();
        return unit.map(u -> u.toPlain(row.cell(roles.duration())) / Unit.HOUR.toPlain(1))
                .orElse(Double.NaN);
    }

    private double thirst(RowSample.Sampled row) {
        double speed = ratio(distance(row), hours(row));
        return speed >= CommonCar.SLOW ? CommonCar.thirst(energy(row), distance(row), hours(row)) : Double.NaN;
    }

    private static double ratio(double above, double below) {
        return above > 0 && below > 0 ? above / below : Double.NaN;
    }

    private static double positive(double value) {
        return value > 0 ? value : Double.NaN;
    }
}
