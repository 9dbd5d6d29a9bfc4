package io.chargelake.jobs.status;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_date;

import io.chargelake.jobs.columns.StatusColumns;
import io.chargelake.jobs.lake.Accounting;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.quality.Intake;
import io.chargelake.jobs.quality.Observed;
import io.chargelake.jobs.tables.FlatPolls;
import io.chargelake.jobs.tables.StatusChargingpoints;
import io.chargelake.jobs.tables.StatusConnectors;
import io.chargelake.jobs.tables.Table;
import io.chargelake.quality.RuleText;
import io.chargelake.quality.Severity;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;

/**
 * Writes the two facts. A day that a delivery touches is made anew from the facts it has and the polls that came: so late, repeated
 * and reordered deliveries end in the same rows.
 */
final class Facts {
    private static final RuleText CONFLICT = new RuleText(
            "status",
            "conflicting_status",
            Severity.WARN,
            "A device has several statuses at one second; the class first in (out of service, occupied, blocked, available, unknown) wins.");

    static List<RuleText> texts() {
        return List.of(CONFLICT);
    }

    static void write(Run run, Dataset<Row> polls, Intake intake) {
        Set<LocalDate> days = days(polls);
        Counts points = days.isEmpty() ? Counts.NONE : write(run, polls, days, POINTS);
        Counts connectors = days.isEmpty() ? Counts.NONE : write(run, polls, days, CONNECTORS);
        Counts both = points.plus(connectors);
        run.account(new Accounting(
                intake.read(), both.accepted(), intake.quarantined(), both.delivered() - both.accepted()));
        run.find(CONFLICT, both.conflicts());
    }

    private record Fact(
            String deviceType, Table table, UnaryOperator<Dataset<Row>> toFacts, UnaryOperator<Dataset<Row>> toPolls) {}

    private static final Fact POINTS =
            new Fact(Polls.POINT, StatusChargingpoints.TABLE, Facts::pointFacts, Facts::pointPolls);
    private static final Fact CONNECTORS =
            new Fact(Polls.CONNECTOR, StatusConnectors.TABLE, Facts::connectorFacts, Facts::connectorPolls);

    private record Counts(long accepted, long delivered, long conflicts) {
        static final Counts NONE = new Counts(0, 0, 0);

        static Counts of(Map<String, Object> observed) {
            return new Counts(
                    number(observed, "accepted"), number(observed, "delivered"), number(observed, "conflicts"));
        }

        Counts plus(Counts other) {
            return new Counts(accepted + other.accepted, delivered + other.delivered, conflicts + other.conflicts);
        }

        private static long number(Map<String, Object> observed, String name) {
            return observed.get(name) instanceof Number n ? n.longValue() : 0;
        }
    }

    private static Counts write(Run run, Dataset<Row> polls, Set<LocalDate> days, Fact fact) {
        Dataset<Row> stored =
                run.lake().read(fact.table()).where(Table.DAY.col().isin(days.toArray()));
        Dataset<Row> delivered = polls.where(FlatPolls.DEVICE_TYPE.col().equalTo(fact.deviceType()));
        Dataset<Row> distinct =
                Polls.distinct(delivered.unionByName(fact.toPolls().apply(stored)));
        Observation observation = new Observation();
        run.replaceDays(fact.table(), days, fact.toFacts().apply(Polls.observed(distinct, observation)));
        return Counts.of(Observed.of(observation));
    }

    /** The polls that the lake has of a day and all later ones. */
    static Dataset<Row> polls(Run run, LocalDate from) {
        Column since = Table.DAY.col().geq(lit(from));
        return pointPolls(run.lake().read(POINTS.table()).where(since))
                .unionByName(connectorPolls(run.lake().read(CONNECTORS.table()).where(since)));
    }

    private static Set<LocalDate> days(Dataset<Row> polls) {
        var days = new TreeSet<LocalDate>();
        polls.select(to_date(FlatPolls.QUERY_TIME.col()))
                .distinct()
                .collectAsList()
                .forEach(row -> days.add(row.getLocalDate(0)));
        return days;
    }

    private static Dataset<Row> pointFacts(Dataset<Row> polls) {
        return polls.select(
                StatusColumns.factId(FlatPolls.DEVICE_ID.col(), FlatPolls.QUERY_TIME.col())
                        .as(StatusChargingpoints.ID_STATUS_CP.name()),
                FlatPolls.DEVICE_ID.col().as(StatusChargingpoints.ID_CHARGINGPOINT.name()),
                FlatPolls.QUERY_TIME.col().as(StatusChargingpoints.QUERY_TIME.name()),
                StatusColumns.ofCode(col(Polls.CODE)).as(StatusChargingpoints.STATUS_CP.name()),
                FlatPolls.PARKING_SENSOR.col().as(StatusChargingpoints.STATUS_PARKINGSENSOR.name()),
                col(Polls.STATUS_RAW).as(StatusChargingpoints.STATUS_RAW.name()));
    }

    private static Dataset<Row> connectorFacts(Dataset<Row> polls) {
        return polls.select(
                StatusColumns.factId(FlatPolls.DEVICE_ID.col(), FlatPolls.QUERY_TIME.col())
                        .as(StatusConnectors.ID_STATUS_CONNECTORS.name()),
                FlatPolls.DEVICE_ID.col().as(StatusConnectors.ID_CONNECTOR.name()),
                FlatPolls.QUERY_TIME.col().as(StatusConnectors.QUERY_TIME.name()),
                StatusColumns.ofCode(col(Polls.CODE)).as(StatusConnectors.STATUS_CONNECTOR.name()),
                col(Polls.STATUS_RAW).as(StatusConnectors.STATUS_RAW.name()));
    }

    private static Dataset<Row> pointPolls(Dataset<Row> facts) {
        return facts.select(
                lit(Polls.POINT).as(FlatPolls.DEVICE_TYPE.name()),
                StatusChargingpoints.ID_CHARGINGPOINT.col().as(FlatPolls.DEVICE_ID.name()),
                StatusChargingpoints.QUERY_TIME.col().as(FlatPolls.QUERY_TIME.name()),
                StatusColumns.code(StatusChargingpoints.STATUS_CP.col()).as(Polls.CODE),
                StatusChargingpoints.STATUS_RAW.col().as(Polls.STATUS_RAW),
                StatusChargingpoints.STATUS_PARKINGSENSOR.col().as(FlatPolls.PARKING_SENSOR.name()),
                lit(0L).as(Polls.DELIVERED));
    }

    private static Dataset<Row> connectorPolls(Dataset<Row> facts) {
        return facts.select(
                lit(Polls.CONNECTOR).as(FlatPolls.DEVICE_TYPE.name()),
                StatusConnectors.ID_CONNECTOR.col().as(FlatPolls.DEVICE_ID.name()),
                StatusConnectors.QUERY_TIME.col().as(FlatPolls.QUERY_TIME.name()),
                StatusColumns.code(StatusConnectors.STATUS_CONNECTOR.col()).as(Polls.CODE),
                StatusConnectors.STATUS_RAW.col().as(Polls.STATUS_RAW),
                lit(null).cast("string").as(FlatPolls.PARKING_SENSOR.name()),
                lit(0L).as(Polls.DELIVERED));
    }

    private Facts() {}
}
