package io.chargelake.jobs.status;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.tables.ChargingPoint;
import io.chargelake.jobs.tables.ChargingStation;
import io.chargelake.jobs.tables.Connector;
import io.chargelake.jobs.tables.FlatPolls;
import io.chargelake.quality.RuleText;
import io.chargelake.quality.Severity;
import io.chargelake.status.PatternTiming;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * Warnings that no single poll tells. Polls are encoded to runs where they lie and only runs are shuffled, to their charging point.
 * They see one delivery: what began before it is not known to them.
 */
final class PollPatterns {
    private static final int OPERATOR_SIZE = 5;
    private static final double NEARLY_ALL = 0.9;

    private static final RuleText GAP = warn(
            SitePatterns.GAP,
            "No poll of a device for more than three poll intervals (--poll-interval), though polls came later.");
    private static final RuleText LONG_CHARGE =
            warn(SitePatterns.LONG_CHARGE, "A device charges for more than 72 hours.");
    private static final RuleText DISAGREEMENT = warn(
            SitePatterns.DISAGREEMENT,
            "At some poll a charging point charges and none of its connectors does, or the other way round.");
    private static final RuleText FROZEN = warn(
            "feed_frozen",
            "For more than 24 hours polls came and no charging point changed its status (10 points or more).");
    private static final RuleText FLIP = warn(
            "operator_flip",
            "Nine in ten of an operator's charging points (5 points or more) change their status within one poll interval.");

    /** Counts by rule; changes and steady statuses by the bucket of time they are in. */
    private static final String KIND = "_kind";

    private static final String AT = "_at";
    private static final String UNTIL = "_until";
    private static final String N = "_n";
    private static final String FLIPS = "_flips";
    private static final String SITE = "_site";
    private static final String OPERATOR = "_operator";
    private static final String POINTS = "_points";
    private static final String RUNS = "_runs";

    static List<RuleText> texts() {
        return List.of(GAP, FROZEN, FLIP, LONG_CHARGE, DISAGREEMENT);
    }

    /** @param polls canonical ones of the delivery, whose devices the dimensions know */
    static void find(Run run, Dataset<Row> polls, int interval_s) {
        PatternTiming timing = PatternTiming.ofInterval(interval_s);
        Dataset<Row> runs = PollRuns.of(polls, interval_s, timing.gap_s());
        Dataset<Row> sites =
                sites(run, runs).flatMap(new SitePatterns(timing, interval_s), Encoders.row(SitePatterns.SCHEMA));
        Dataset<Row> tallies = tallies(sites);
        var counts = new TreeMap<String, Long>();
        var frozen = new FrozenFeed(timing.steady_s(), interval_s);
        for (Row tally : inOrder(tallies.collectAsList())) {
            String kind = tally.getString(0);
            if (kind.equals(SitePatterns.STEADY)) {
                frozen.steady(tally.getLong(1), tally.getLong(2));
            } else if (kind.equals(SitePatterns.CHANGE)) {
                frozen.change(tally.getLong(1));
                counts.merge(FLIP.code(), tally.getLong(4), Long::sum);
            } else {
                counts.merge(kind, tally.getLong(3), Long::sum);
            }
        }
        counts.put(FROZEN.code(), frozen.periods(counts.getOrDefault(SitePatterns.SITE, 0L)));
        note(run, counts);
    }

    /** The runs of each charging point with its connectors', its operator and how many points that has. */
    private static Dataset<Row> sites(Run run, Dataset<Row> runs) {
        Dataset<Row> connectors = run.lake()
                .read(Connector.TABLE)
                .select(
                        lit(Polls.CONNECTOR).as(FlatPolls.DEVICE_TYPE.name()),
                        Connector.ID_CONNECTOR.col().as(FlatPolls.DEVICE_ID.name()),
                        Connector.ID_CP.col().as(SITE));
        Column alone = concat(FlatPolls.DEVICE_TYPE.col(), lit(" "), FlatPolls.DEVICE_ID.col());
        Column site = when(FlatPolls.DEVICE_TYPE.col().equalTo(Polls.POINT), FlatPolls.DEVICE_ID.col())
                .otherwise(coalesce(col(SITE), alone));
        return runs.join(connectors, new String[] {FlatPolls.DEVICE_TYPE.name(), FlatPolls.DEVICE_ID.name()}, "left")
                .groupBy(site.as(SITE))
                .agg(collect_list(struct(
                                FlatPolls.DEVICE_TYPE.col(),
                                FlatPolls.DEVICE_ID.col(),
                                col(PollRuns.FIRST),
                                col(PollRuns.LAST),
                                col(PollRuns.POLLS),
                                col(Polls.CODE)))
                        .as(RUNS))
                .join(operators(run), col(SITE).equalTo(ChargingPoint.ID_CP.col()), "left")
                .select(col(OPERATOR), col(POINTS), col(RUNS));
    }

    /** The operator of each charging point, beside its number of points. */
    private static Dataset<Row> operators(Run run) {
        Dataset<Row> points = run.lake()
                .read(ChargingPoint.TABLE)
                .join(run.lake().read(ChargingStation.TABLE), ChargingStation.ID_CS.name())
                .where(ChargingStation.OPERATOR_NAME.col().isNotNull())
                .select(
                        ChargingPoint.ID_CP.col(),
                        ChargingStation.OPERATOR_NAME.col().as(OPERATOR));
        return points.join(points.groupBy(col(OPERATOR)).agg(count(lit(1)).as(POINTS)), OPERATOR);
    }

    private static Dataset<Row> tallies(Dataset<Row> sites) {
        Column all = col(POINTS).geq(OPERATOR_SIZE).and(col(N).geq(col(POINTS).multiply(NEARLY_ALL)));
        return sites.groupBy(col(SitePatterns.KIND), col(SitePatterns.AT), col(SitePatterns.OPERATOR))
                .agg(
                        max(col(SitePatterns.UNTIL)).as(UNTIL),
                        count(lit(1)).as(N),
                        first(col(SitePatterns.POINTS)).as(POINTS))
                .groupBy(col(SitePatterns.KIND).as(KIND), col(SitePatterns.AT).as(AT))
                .agg(
                        max(col(UNTIL)).as(UNTIL),
                        sum(col(N)).as(N),
                        sum(when(all, 1L).otherwise(0L)).as(FLIPS));
    }

    /** By kind and time; sorted here, as Spark would look at all of them once more to deal them to its tasks. */
    private static List<Row> inOrder(List<Row> tallies) {
        return tallies.stream()
                .sorted(Comparator.comparing((Row tally) -> tally.getString(0))
                        .thenComparing(tally -> tally.getLong(1)))
                .toList();
    }

    private static void note(Run run, Map<String, Long> counts) {
        for (RuleText rule : texts()) {
            run.find(rule, counts.getOrDefault(rule.code(), 0L));
        }
    }

    private static RuleText warn(String code, String sentence) {
        return new RuleText("status", code, Severity.WARN, sentence);
    }

    private PollPatterns() {}
}
