package io.chargelake.jobs.status;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.unix_seconds;
import static org.apache.spark.sql.functions.when;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chargelake.jobs.columns.StatusColumns;
import io.chargelake.jobs.lake.Days;
import io.chargelake.jobs.lake.LakeMark;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.lake.SmallQueries;
import io.chargelake.jobs.tables.FlatPolls;
import io.chargelake.jobs.tables.StatusChargingpoints;
import io.chargelake.jobs.tables.StatusConnectors;
import io.chargelake.jobs.tables.StatusCurrent;
import io.chargelake.jobs.tables.Table;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;

/**
 * The table {@code status_current}: the last run of each device. New polls go on from the rows that are there, at the cost of the
 * polls; polls that come late are looked at with the facts around them. A mark keeps the versions of the facts it was made of: when
 * others are found, as after an end in the middle or another job's write, the table is made anew of the facts.
 */
final class CurrentStatus {
    private static final String MARK = "_status_current.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Most devices change within so many days: only the others are looked for in all facts. */
    private static final int RECENT_DAYS = 7;

    private static final String[] DEVICE = {StatusCurrent.DEVICE_TYPE.name(), StatusCurrent.DEVICE_ID.name()};
    private static final String FIRST = "_first";
    private static final String BEGINS = "_begins";
    private static final String HAD_STATUS = "_had_status";
    private static final String HAD_SINCE = "_had_since";
    private static final String HAD_AS_OF = "_had_as_of";

    private final Run run;
    private final long maxGap_s;
    private final boolean isUpToDate;

    private CurrentStatus(Run run, long maxGap_s, boolean isUpToDate) {
        this.run = run;
        this.maxGap_s = maxGap_s;
        this.isUpToDate = isUpToDate;
    }

    /** Asked for before the facts of a delivery are written, to know whether the table belongs to those that are there. */
    static CurrentStatus beforeFacts(Run run, long maxGap_s) {
        Optional<JsonNode> mark = LakeMark.of(run, MARK).read();
        return new CurrentStatus(
                run, maxGap_s, mark.equals(Optional.of(JSON.<JsonNode>valueToTree(madeOf(run, maxGap_s)))));
    }

    /**
     * @param polls canonical ones of the delivery, whose facts are written
     * @param rows how many these are, about
     */
    void write(Dataset<Row> polls, long rows) {
        if (isUpToDate) {
            goOn(polls, rows);
        } else {
            run.replace(StatusCurrent.TABLE, rows(ofAllFacts()));
        }
        LakeMark.of(run, MARK).write(madeOf(run, maxGap_s));
    }

    private static Map<String, String> madeOf(Run run, long maxGap_s) {
        return Map.of(
                StatusChargingpoints.TABLE.name(),
                version(run, StatusChargingpoints.TABLE),
                StatusConnectors.TABLE.name(),
                version(run, StatusConnectors.TABLE),
                "max_gap_s",
                Long.toString(maxGap_s));
    }

    private static String version(Run run, Table table) {
        return run.lake().has(table) ? run.lake().version(table) : "";
    }

    /** Rows are few, so that they are worked out again where they are used: a plan made to be compiled can't be interpreted. */
    private void goOn(Dataset<Row> polls, long rows) {
        if (small(rows, () -> delivered(polls).where(isLate()).isEmpty())) {
            small(rows, () -> run.replace(StatusCurrent.TABLE, goneOn(polls)));
        } else {
            Dataset<Row> late = delivered(polls).where(isLate());
            run.replace(StatusCurrent.TABLE, goneOn(polls).unionByName(rows(around(late))));
        }
    }

    /** A delivery of few polls is about as many devices: as many rows once more. */
    private <T> T small(long rows, Supplier<T> work) {
        return SmallQueries.ofRows(run.spark(), 2 * rows, work);
    }

    private Dataset<Row> known() {
        return run.lake().read(StatusCurrent.TABLE);
    }

    /** The last run of each device among the polls, beside what was known of it. */
    private Dataset<Row> delivered(Dataset<Row> polls) {
        return lastRuns(news(Polls.distinct(polls))).join(had(known()), DEVICE, "left");
    }

    private static Column isLate() {
        return coalesce(col(FIRST).leq(col(HAD_AS_OF)), lit(false));
    }

    /** All devices but those with late polls. */
    private Dataset<Row> goneOn(Dataset<Row> polls) {
        Dataset<Row> delivered = delivered(polls);
        return rows(delivered.where(not(isLate())).withColumn(StatusCurrent.SINCE.name(), since()))
                .unionByName(known().join(delivered, DEVICE, "left_anti"));
    }

    /** Without the polls that were known: an API that is asked more often than it looks says the same again. */
    private Dataset<Row> news(Dataset<Row> polls) {
        Column again = FlatPolls.QUERY_TIME
                .col()
                .eqNullSafe(col(HAD_AS_OF))
                .and(StatusColumns.ofCode(col(Polls.CODE)).eqNullSafe(col(HAD_STATUS)));
        return polls.join(had(known()), DEVICE, "left").where(not(again));
    }

    private static Dataset<Row> had(Dataset<Row> known) {
        return known.select(
                StatusCurrent.DEVICE_TYPE.col(),
                StatusCurrent.DEVICE_ID.col(),
                StatusCurrent.STATUS.col().as(HAD_STATUS),
                StatusCurrent.SINCE.col().as(HAD_SINCE),
                StatusCurrent.AS_OF.col().as(HAD_AS_OF));
    }

    /** A run that began with the delivery goes on from the one that was there, if nothing lies between. */
    private Column since() {
        Column goesOn = col(HAD_STATUS)
                .equalTo(StatusCurrent.STATUS.col())
                .and(StatusCurrent.SINCE.col().equalTo(col(FIRST)))
                .and(unix_seconds(col(FIRST))
                        .minus(unix_seconds(col(HAD_AS_OF)))
                        .leq(maxGap_s));
        return when(goesOn, col(HAD_SINCE)).otherwise(StatusCurrent.SINCE.col());
    }

    /** Late polls change what was known from a day before them on, and in rare cases all of it. */
    private Dataset<Row> around(Dataset<Row> late) {
        LocalDate from = late.select(min(date_sub(to_date(least(col(FIRST), col(HAD_SINCE))), 1)))
                .head()
                .getLocalDate(0);
        Dataset<Row> runs = lastRuns(Facts.polls(run, from).join(late, DEVICE, "left_semi"));
        Dataset<Row> settled = runs.where(isSettled(from));
        Dataset<Row> others = late.join(settled, DEVICE, "left_anti");
        return others.isEmpty()
                ? settled
                : settled.unionByName(lastRuns(Facts.polls(run, LocalDate.EPOCH).join(others, DEVICE, "left_semi")));
    }

    private Dataset<Row> ofAllFacts() {
        LocalDate from = lastDay().minusDays(RECENT_DAYS);
        Dataset<Row> settled = lastRuns(Facts.polls(run, from)).where(isSettled(from));
        return settled.unionByName(lastRuns(Facts.polls(run, LocalDate.EPOCH).join(settled, DEVICE, "left_anti")));
    }

    private LocalDate lastDay() {
        return Stream.of(StatusChargingpoints.TABLE, StatusConnectors.TABLE)
                .flatMap(table -> run.lake().days(table).stream())
                .max(LocalDate::compareTo)
                .orElse(LocalDate.EPOCH);
    }

    /** Whether polls of the days before can't change a run: there is another poll between, or more than the gap. */
    private Column isSettled(LocalDate from) {
        long reach = Days.startOf(from).getEpochSecond() + maxGap_s;
        return StatusCurrent.SINCE
                .col()
                .gt(col(FIRST))
                .or(unix_seconds(StatusCurrent.SINCE.col()).gt(reach));
    }

    /** The last run of each device among polls of one a second, beside the first of its polls. */
    private Dataset<Row> lastRuns(Dataset<Row> polls) {
        WindowSpec ofDevice = Window.partitionBy(FlatPolls.DEVICE_TYPE.col(), FlatPolls.DEVICE_ID.col())
                .orderBy(FlatPolls.QUERY_TIME.col());
        Column time = FlatPolls.QUERY_TIME.col();
        Column goesOn = col(Polls.CODE)
                .eqNullSafe(lag(col(Polls.CODE), 1).over(ofDevice))
                .and(unix_seconds(time)
                        .minus(unix_seconds(lag(time, 1).over(ofDevice)))
                        .leq(maxGap_s));
        return polls.withColumn(BEGINS, when(not(goesOn), time))
                .groupBy(FlatPolls.DEVICE_TYPE.col(), FlatPolls.DEVICE_ID.col())
                .agg(
                        min(time).as(FIRST),
                        StatusColumns.ofCode(max_by(col(Polls.CODE), time)).as(StatusCurrent.STATUS.name()),
                        max(col(BEGINS)).as(StatusCurrent.SINCE.name()),
                        max(time).as(StatusCurrent.AS_OF.name()));
    }

    private static Dataset<Row> rows(Dataset<Row> runs) {
        return runs.select(StatusCurrent.TABLE.columnNames().map(functions::col).toArray(Column[]::new));
    }
}
