package io.chargelake.jobs.stations;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.arrays_overlap;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.chargelake.jobs.quality.Rule;
import io.chargelake.jobs.stations.register.RegisterRows;
import io.chargelake.jobs.tables.StationRegister;
import io.chargelake.quality.RuleText;
import io.chargelake.quality.Severity;
import io.chargelake.station.Doubt;
import io.chargelake.station.StationStatus;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;

/** What may be wrong with a station of a register. The readers see most of it; here it becomes rules. */
public final class StationRules {
    /** Of files, deliveries and the register as a whole; no row breaks them. */
    private static final Set<Doubt> OF_DELIVERIES = EnumSet.of(
            Doubt.UNREADABLE_FILE,
            Doubt.NO_HEADER,
            Doubt.OTHER_ENCODING,
            Doubt.NEW_COLUMN,
            Doubt.OTHER_FUEL,
            Doubt.SUPERSEDED_POINT,
            Doubt.POINTS_DISAGREE,
            Doubt.INCOMPLETE_DELIVERY,
            Doubt.VOLUME_OFF);

    public static List<RuleText> catalogue() {
        return Stream.of(Doubt.values()).map(Doubt::text).toList();
    }

    /** @param duplicates ids that contradict themselves, and are to be refused */
    static List<Rule> of(LocalDate day, Duplicates duplicates) {
        return Stream.of(Doubt.values())
                .filter(doubt -> !OF_DELIVERIES.contains(doubt))
                .map(doubt -> switch (doubt) {
                    case DUPLICATE_ID ->
                        Rule.of(
                                new RuleText(
                                        Doubt.SET,
                                        doubt.code(),
                                        Severity.QUARANTINE,
                                        doubt.text().sentence()),
                                duplicates.areThese());
                    case OPENS_LATER -> Rule.of(doubt.text(), opensAfter(day));
                    default -> Rule.of(doubt.text(), array_contains(col(RegisterRows.DOUBTS), doubt.code()));
                })
                .toList();
    }

    /** Whether the reader's doubts refuse the row. */
    static Column isRefused() {
        return arrays_overlap(
                col(RegisterRows.DOUBTS),
                codes(Stream.of(Doubt.values()).filter(doubt -> doubt.severity() == Severity.QUARANTINE)));
    }

    /** Refused rows behind which there may be a station that is known by another delivery. */
    static Column mayHideAStation() {
        return StationRegister.STATION_ID
                .col()
                .isNull()
                .and(arrays_overlap(
                        col(RegisterRows.DOUBTS),
                        codes(Stream.of(Doubt.BROKEN_LINE, Doubt.BROKEN_ELEMENT, Doubt.MISSING_ID))));
    }

    private static Column opensAfter(LocalDate day) {
        return StationRegister.OPENED_ON
                .col()
                .gt(lit(day))
                .and(StationRegister.STATUS.col().equalTo(StationStatus.OPERATIONAL.code()));
    }

    private static Column codes(Stream<Doubt> doubts) {
        return array(doubts.map(doubt -> lit(doubt.code())).toArray(Column[]::new));
    }

    private StationRules() {}
}
