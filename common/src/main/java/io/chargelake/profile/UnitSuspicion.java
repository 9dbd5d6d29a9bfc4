package io.chargelake.profile;

import io.chargelake.unit.Quantity;
import io.chargelake.unit.Unit;
import io.chargelake.unit.Verdict;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * In which unit a column seems to be: what its values tell, held against what its name says.
 *
 * @param repair what has to be done before the values can be used; empty where they are plain
 */
record UnitSuspicion(Suspicion suspicion, Optional<String> repair) {

    static Optional<UnitSuspicion> of(int column, ColumnSketch sketch, Reading reading, UnitEvidence evidence) {
        ColumnName name = ColumnName.of(sketch.name());
        if (!reading.isNumber() || name.quantity().isEmpty()) {
            return Optional.empty();
        }
        Quantity quantity = name.quantity().get();
        Optional<Unit> named = name.unit().filter(unit -> unit.quantity() == quantity);
        return quantity == Quantity.DURATION
                ? ofDuration(reading, named, evidence.duration(column))
                : mixed(evidence.mixture(quantity))
                        .or(() -> Optional.of(weighed(quantity, named, name.isOdometer(), evidence)));
    }

    private static Optional<UnitSuspicion> mixed(Map<Unit, Long> files) {
        if (files.isEmpty()) {
            return Optional.empty();
        }
        String words = files.entrySet().stream()
                .map(e -> e.getKey().code() + " in " + Words.count(e.getValue()))
                .collect(Collectors.joining(", "));
        return Optional.of(new UnitSuspicion(
                Suspicion.likely(Suspicion.MIXED, "files differ: " + words),
                Optional.of("units differ from file to file (" + words + "): convert file by file")));
    }

    private static UnitSuspicion weighed(
            Quantity quantity, Optional<Unit> named, boolean odometer, UnitEvidence evidence) {
        Optional<Verdict> told = evidence.verdict(quantity).filter(verdict -> !verdict.isAssumed() && !odometer);
        if (told.isPresent() && named.isPresent()) {
            Unit unit = told.get().unit();
            return unit == named.get()
                    ? by(
                            unit,
                            Suspicion.certain(
                                    unit.code(), "its name, and " + told.get().because()))
                    : contradicted(unit, named.get(), told.get().because());
        }
        if (told.isPresent()) {
            return by(
                    told.get().unit(),
                    Suspicion.likely(told.get().unit().code(), told.get().because()));
        }
        return named.map(unit -> by(unit, Suspicion.likely(unit.code(), "its name")))
                .orElseGet(() -> by(
                        quantity.plain(),
                        Suspicion.doubtful(
                                quantity.plain().code(),
                                evidence.verdict(quantity).map(Verdict::because).orElse("nothing tells"))));
    }

    private static Optional<UnitSuspicion> ofDuration(Reading reading, Optional<Unit> named, Optional<Unit> told) {
        if (reading.kind() == TextKind.CLOCK) {
            return Optional.of(new UnitSuspicion(Suspicion.certain("h:mm", "written as a clock"), Optional.empty()));
        }
        if (told.isPresent()) {
            Unit unit = told.get();
            String because =
                    "end minus start" + (named.isPresent() && named.get() != unit ? ", in spite of its name" : "");
            return Optional.of(by(unit, Suspicion.certain(unit.code(), because)));
        }
        return Optional.of(named.map(unit -> by(unit, Suspicion.likely(unit.code(), "its name")))
                .orElseGet(() -> by(
                        Unit.SECOND, Suspicion.doubtful(Unit.SECOND.code(), "no start and end to hold it against"))));
    }

    private static UnitSuspicion by(Unit unit, Suspicion suspicion) {
        boolean plain = unit.isPlain() || suspicion.isDoubtful();
        return new UnitSuspicion(suspicion, plain ? Optional.empty() : Optional.of("convert from " + unit.code()));
    }

    private static UnitSuspicion contradicted(Unit unit, Unit named, String because) {
        return new UnitSuspicion(
                Suspicion.likely(unit.code(), "the name says " + named.code() + ", but " + because),
                Optional.of("the name says " + named.code() + ", the values seem to be " + unit.code()));
    }
}
