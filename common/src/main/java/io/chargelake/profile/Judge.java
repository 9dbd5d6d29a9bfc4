package io.chargelake.profile;

import io.chargelake.unit.Quantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says whether a column can be used, and what would have to be done first. */
final class Judge {
    private static final double NEARLY_ALL_MISSING = 0.9;
    private static final double MANY_MISSING = 0.2;
    private static final double EARLIEST = Instant.parse("2010-01-01T00:00:00Z").getEpochSecond();
    private static final double FUTURE_S = 600;
    private static final double FULL = 100;
    private static final double POLE = 90;
    private static final double DATE_LINE = 180;

    private final ColumnSketch column;
    private final Reading reading;
    private final ColumnName name;
    private final double asOf;
    private final List<String> repairs = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    private Judge(ColumnSketch column, Reading reading, Instant asOf) {
        this.column = column;
        this.reading = reading;
        this.name = ColumnName.of(column.name());
        this.asOf = asOf.getEpochSecond() + FUTURE_S;
    }

    static Usability of(
            ColumnSketch column,
            Reading reading,
            ColumnProfile.Missing missing,
            Optional<UnitSuspicion> unit,
            Optional<Suspicion> zone,
            Instant asOf) {
        var judge = new Judge(column, reading, asOf);
        judge.missing(missing);
        judge.writing();
        judge.numbers(unit);
        judge.times(zone);
        judge.texts();
        return judge.faults.isEmpty()
                ? new Usability(
                        judge.repairs.isEmpty() ? Usability.Level.USABLE : Usability.Level.AFTER_REPAIR, judge.repairs)
                : new Usability(Usability.Level.NOT, judge.faults);
    }

    private void missing(ColumnProfile.Missing missing) {
        if (missing.given() == 0) {
            faults.add("it has no value in any row");
        } else if (missing.share() > NEARLY_ALL_MISSING) {
            faults.add(Words.share(missing.share()) + " are missing");
        } else if (missing.share() > MANY_MISSING) {
            repairs.add(Words.share(missing.share()) + " are missing: fill them, or leave those rows out");
        }
        if (missing.words() > 0 && missing.given() > 0) {
            repairs.add(
                    "a word for nothing, such as NA or -, in " + Words.values(missing.words()) + ": read it as null");
        }
    }

    private void writing() {
        if (reading.isMixed()) {
            faults.add("two kinds in one column: " + reading.words() + ", "
                    + Words.share(1 - (double) reading.others() / column.given()) + " of the first");
        } else if (reading.others() > 0) {
            repairs.add("no " + reading.words() + " in " + Words.values(reading.others()) + ": refuse them");
        }
        if (reading.kind() == TextKind.DECIMAL_COMMA) {
            repairs.add("decimal comma");
        } else if (reading.kind() == TextKind.DECIMAL && column.count(TextKind.DECIMAL_COMMA) > 0) {
            repairs.add("decimal point in " + Words.values(column.count(TextKind.DECIMAL)) + ", comma in "
                    + Words.count(column.count(TextKind.DECIMAL_COMMA)));
        }
    }

    private void numbers(Optional<UnitSuspicion> unit) {
        if (!reading.isNumber()) {
            return;
        }
        unit.flatMap(UnitSuspicion::repair).ifPresent(repairs::add);
        Optional<Quantity> quantity = name.quantity();
        if (quantity.filter(q -> q != Quantity.DURATION).isPresent()
                && column.numbers().zeros() > MANY_MISSING * column.given()) {
            repairs.add("0 in " + Words.share((double) column.numbers().zeros() / column.given())
                    + " of the values: it may stand for 'not known'");
        }
        if (quantity.filter(q -> q == Quantity.SOC).isPresent()) {
            range(0, FULL, "a state of charge is 0 to 100");
        } else if (name.isLatitude()) {
            range(-POLE, POLE, "a latitude is -90 to 90");
        } else if (name.isLongitude()) {
            range(-DATE_LINE, DATE_LINE, "a longitude is -180 to 180");
        } else if (quantity.isPresent() && column.numbers().negatives() > 0) {
            repairs.add("below 0 in " + Words.values(column.numbers().negatives()) + ": refuse them");
        }
    }

    private void range(double from, double to, String law) {
        if (column.numbers().min() < from || column.numbers().max() > to) {
            repairs.add(law + ", but values go from "
                    + Words.number(column.numbers().min()) + " to "
                    + Words.number(column.numbers().max()) + ": refuse those outside");
        }
    }

    private void times(Optional<Suspicion> zone) {
        if (!reading.isTime()) {
            return;
        }
        TimeStats times = column.timeStats();
        DateNumbers numbers = times.numbers();
        if (numbers == DateNumbers.MIXED) {
            faults.add("dates are " + numbers.words());
        } else if (numbers != DateNumbers.YEAR_FIRST) {
            repairs.add("dates are written " + numbers.words());
        }
        if (reading.kind() == TextKind.LOCAL_TIME) {
            repairs.add(zone.filter(z -> !z.isDoubtful())
                    .map(z -> "no offset: read it as " + z.what())
                    .orElse("no offset: its zone has to be known"));
        } else {
            zone.filter(Suspicion::isDoubtful).ifPresent(z -> repairs.add(z.because()));
        }
        if (times.min() < EARLIEST) {
            repairs.add("earliest time " + Words.time(times.min()) + ", before 2010: refuse what is before");
        }
        if (times.max() > asOf) {
            repairs.add("latest time " + Words.time(times.max()) + ", in the future: refuse what is ahead");
        }
    }

    private void texts() {
        TextStats texts = column.texts();
        if (texts.damaged() > 0) {
            repairs.add("mojibake in " + Words.values(texts.damaged()) + ", of which " + Words.count(texts.repairable())
                    + " can be repaired without loss");
        }
        if (texts.undecodable() > 0) {
            repairs.add("bytes that are no UTF-8 in " + Words.values(texts.undecodable())
                    + ": the file is in another encoding, write it as UTF-8");
        }
        if (texts.padded() > 0 && !reading.isNumber() && !reading.isTime()) {
            repairs.add("spaces around " + Words.values(texts.padded()));
        }
    }
}
