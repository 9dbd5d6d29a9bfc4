package io.chargelake.jobs.forecast;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.timestamp_seconds;
import static org.apache.spark.sql.functions.unix_seconds;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.chargelake.forecast.Baseline;
import io.chargelake.forecast.OccupancyExamples;
import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.OccupancyFeature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Brings an hour that is forecast together with the hour from which it is: of the one what is known a day or a week ahead, of the other
 * what had just been seen.
 */
final class Examples {
    private static final int HOUR_S = 3600;
    private static final int DAY_H = 24;
    private static final int WEEK_H = 168;

    /** An hour of a kind of day weighs as much as its peers' after so many days, and an hour of the week as that after so many weeks. */
    private static final double PEER_DAYS = 12;

    private static final double KIND_WEEKS = 40;

    static final String HORIZON = "horizon_h";
    static final String ORIGIN = "origin";
    static final String SPREAD = "spread";
    static final String PLAIN = "plain";
    static final String USUAL = "usual";
    static final String VECTOR = "features";

    /** What had just been seen, of the first hour that is not known. */
    private static final List<Col> SEEN = Stream.concat(
                    OccupancyFeature.LAGS.stream().filter(h -> h <= 12).map(OccupancyFeature::lag),
                    Stream.of(
                            OccupancyFeature.MEAN_24H,
                            OccupancyFeature.SPREAD_24H,
                            OccupancyFeature.MEAN_168H,
                            OccupancyFeature.SPREAD_168H,
                            OccupancyFeature.SESSIONS_24H,
                            OccupancyFeature.OUT_OF_SERVICE_24H,
                            OccupancyFeature.NEIGHBOURS_1H))
            .toList();

    /** What is known of the hour itself. */
    private static final List<Col> KNOWN = List.of(
            OccupancyFeature.lag(168),
            OccupancyFeature.lag(336),
            OccupancyFeature.DAY_KIND_PROFILE,
            OccupancyFeature.PROFILE,
            OccupancyFeature.MEAN_BEFORE,
            OccupancyFeature.PEERS_PROFILE,
            OccupancyFeature.PROFILE_WEEKS,
            OccupancyFeature.HOUR_OF_DAY,
            OccupancyFeature.DAY_OF_WEEK,
            OccupancyFeature.MONTH,
            OccupancyFeature.IS_HOLIDAY,
            OccupancyFeature.MAX_POWER_KW,
            OccupancyFeature.OPEN_24_7,
            OccupancyFeature.DEVICES);

    /** A column of the hour from which is forecast, beside that of the hour itself. */
    private static String seen(Col column) {
        return "seen_" + column.name();
    }

    /** Names of a model's features, in their order. */
    static List<String> featureNames() {
        return List.copyOf(vector().keySet());
    }

    /**
     * @param features of one level
     * @param origins hours from which is forecast
     * @param horizons of which hours
     */
    static Dataset<Row> of(Dataset<Row> features, Column origins, List<Integer> horizons) {
        var seen = new ArrayList<Column>(List.of(
                OccupancyFeature.KEY.col(),
                OccupancyFeature.HOUR.col().as(ORIGIN),
                explode(array(horizons.stream().map(h -> (Column) lit(h)).toArray(Column[]::new)))
                        .as(HORIZON)));
        SEEN.forEach(c -> seen.add(c.col().as(seen(c))));
        Dataset<Row> from = features.where(origins)
                .select(seen.toArray(Column[]::new))
                .withColumn(
                        OccupancyFeature.HOUR.name(),
                        timestamp_seconds(unix_seconds(col(ORIGIN))
                                .plus(col(HORIZON).minus(1).multiply(HOUR_S))));
        Dataset<Row> pairs =
                from.join(features, new String[] {OccupancyFeature.KEY.name(), OccupancyFeature.HOUR.name()});
        return pairs.select(
                OccupancyFeature.KEY.col(),
                col(ORIGIN),
                OccupancyFeature.HOUR.col(),
                col(HORIZON),
                OccupancyFeature.SHARE.col(),
                OccupancyFeature.DEVICES.col(),
                OccupancyFeature.HOUR_OF_DAY.col(),
                coalesce(col(seen(OccupancyFeature.SPREAD_168H)), lit(0.0)).as(SPREAD),
                profile().as(USUAL),
                array(plain()).as(PLAIN),
                array(vector().values().stream()
                                .map(value -> value.cast("float"))
                                .toArray(Column[]::new))
                        .as(VECTOR));
    }

    /** About so many of all origins, whatever they hold; of each some horizons. */
    static Column sampled(long rows, long wanted) {
        long parts = Math.max(1, rows / Math.max(1, wanted));
        return pmod(xxhash64(OccupancyFeature.KEY.col(), OccupancyFeature.HOUR.col()), lit(parts))
                .equalTo(0);
    }

    static Column between(Instant from, Instant to) {
        return OccupancyFeature.HOUR
                .col()
                .geq(lit(from))
                .and(OccupancyFeature.HOUR.col().lt(lit(to)));
    }

    /** The same hour of the last day that is known whole from the origin. */
    private static Column day() {
        return when(col(HORIZON).leq(DAY_H), OccupancyFeature.lag(DAY_H).col())
                .otherwise(OccupancyFeature.lag(2 * DAY_H).col());
    }

    /** Of the hour of the week, shrunk to that of the kind of day, and this to that of its peers: a new station has theirs. */
    private static Column profile() {
        Column ofKind = shrunk(OccupancyFeature.DAY_KIND_PROFILE, OccupancyFeature.DAY_KIND_DAYS, peers(), PEER_DAYS);
        return shrunk(OccupancyFeature.PROFILE, OccupancyFeature.PROFILE_WEEKS, ofKind, KIND_WEEKS);
    }

    /** A mean of so many, drawn to another that weighs as much as {@code weight} of them. */
    private static Column shrunk(Col mean, Col count, Column to, double weight) {
        return coalesce(mean.col(), lit(0.0))
                .multiply(count.col())
                .plus(to.multiply(weight))
                .divide(count.col().plus(weight));
    }

    private static Column peers() {
        Column hours = OccupancyFeature.PROFILE_WEEKS.col().multiply(WEEK_H);
        Column peers = OccupancyFeature.PEERS_MEAN.col();
        Column own = coalesce(OccupancyFeature.MEAN_BEFORE.col(), lit(0.0))
                .multiply(hours)
                .plus(peers.multiply(WEEK_H))
                .divide(hours.plus(WEEK_H));
        Column level = when(peers.gt(0), own.divide(peers)).otherwise(1.0);
        return coalesce(least(lit(1.0), OccupancyFeature.PEERS_PROFILE.col().multiply(level)), lit(0.0));
    }

    /** In the order of {@link OccupancyExamples#PLAIN}. */
    private static Column[] plain() {
        Column profile = coalesce(OccupancyFeature.PROFILE.col(), OccupancyFeature.PEERS_PROFILE.col());
        return new Column[] {
            col(seen(OccupancyFeature.lag(1))), day(), OccupancyFeature.lag(168).col(), profile
        };
    }

    private static Map<String, Column> vector() {
        var vector = new LinkedHashMap<String, Column>();
        vector.put(HORIZON, col(HORIZON));
        SEEN.forEach(c -> vector.put(seen(c), col(seen(c))));
        vector.put("same_hour_last_day", day());
        vector.put("profile_shrunk", profile());
        vector.put("peers_shrunk", peers());
        KNOWN.forEach(c -> vector.put(c.name(), c.col()));
        return vector;
    }

    /** Rows of examples whose truth is known, as the models take them. */
    static OccupancyExamples collected(Dataset<Row> examples) {
        List<Row> rows = examples.where(OccupancyFeature.SHARE.col().isNotNull())
                .orderBy(ORIGIN, OccupancyFeature.KEY.name(), HORIZON)
                .collectAsList();
        int n = rows.size();
        float[][] features = new float[vector().size()][n];
        double[][] plain = new double[OccupancyExamples.PLAIN.size()][n];
        String[] keys = new String[n];
        double[] truths = new double[n];
        double[] spreads = new double[n];
        double[] usual = new double[n];
        int[] horizons = new int[n];
        int[] hours = new int[n];
        for (int i = 0; i < n; i++) {
            Row row = rows.get(i);
            keys[i] = row.getAs(OccupancyFeature.KEY.name());
            truths[i] = row.getAs(OccupancyFeature.SHARE.name());
            spreads[i] = row.getAs(SPREAD);
            usual[i] = row.getAs(USUAL);
            horizons[i] = row.getAs(HORIZON);
            hours[i] = row.getAs(OccupancyFeature.HOUR_OF_DAY.name());
            float[] vector = floats(row);
            for (int f = 0; f < vector.length; f++) {
                features[f][i] = vector[f];
            }
            List<Double> forecasts = row.getList(row.fieldIndex(PLAIN));
            for (int p = 0; p < plain.length; p++) {
                plain[p][i] = forecasts.get(p) == null ? Double.NaN : forecasts.get(p);
            }
        }
        return new OccupancyExamples(keys, features, truths, usual, spreads, horizons, hours, plain);
    }

    /** The share that had just been seen; NaN where it was not. */
    static double last(Row row) {
        Double last = row.<Double>getList(row.fieldIndex(PLAIN)).get(Baseline.LAST_OBSERVATION.ordinal());
        return last == null ? Double.NaN : last;
    }

    static float[] floats(Row row) {
        List<Float> values = row.getList(row.fieldIndex(VECTOR));
        float[] floats = new float[values.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = values.get(i) == null ? Float.NaN : values.get(i);
        }
        return floats;
    }

    private Examples() {}
}
