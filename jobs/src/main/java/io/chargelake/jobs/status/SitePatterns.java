package io.chargelake.jobs.status;

import io.chargelake.status.PatternSink;
import io.chargelake.status.PatternTiming;
import io.chargelake.status.PointPatterns;
import io.chargelake.status.Runs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** What {@link PointPatterns} tells of one charging point, a row each. */
final class SitePatterns implements FlatMapFunction<Row, Row> {
    private static final long serialVersionUID = 1L;

    static final String GAP = "poll_gap";
    static final String LONG_CHARGE = "long_charging";
    static final String DISAGREEMENT = "point_connector_disagree";
    static final String CHANGE = "change";
    static final String STEADY = "steady";
    /** There is a charging point. */
    static final String SITE = "site";

    static final String KIND = "kind";
    static final String AT = "at";
    static final String UNTIL = "until";
    static final String OPERATOR = "operator";
    static final String POINTS = "points";
    static final StructType SCHEMA = new StructType()
            .add(KIND, DataTypes.StringType)
            .add(AT, DataTypes.LongType)
            .add(UNTIL, DataTypes.LongType)
            .add(OPERATOR, DataTypes.StringType)
            .add(POINTS, DataTypes.LongType);

    private final int gap_s;
    private final int longCharge_s;
    private final int steady_s;
    private final int interval_s;

    SitePatterns(PatternTiming timing, int interval_s) {
        this.gap_s = timing.gap_s();
        this.longCharge_s = timing.longCharge_s();
        this.steady_s = timing.steady_s();
        this.interval_s = interval_s;
    }

    @Override
    public Iterator<Row> call(Row site) {
        var found = new ArrayList<Row>();
        Runs runs = runs(site.getList(2), found);
        new PointPatterns(new PatternTiming(gap_s, longCharge_s, steady_s)).look(runs, new PatternSink() {
            @Override
            public void gap() {
                found.add(row(GAP));
            }

            @Override
            public void longCharge() {
                found.add(row(LONG_CHARGE));
            }

            @Override
            public void change(long second) {
                found.add(RowFactory.create(CHANGE, bucket(second), null, site.get(0), site.get(1)));
            }

            @Override
            public void steady(long first, long last) {
                found.add(RowFactory.create(STEADY, bucket(first), last, null, null));
            }

            @Override
            public void disagreement() {
                found.add(row(DISAGREEMENT));
            }
        });
        return found.iterator();
    }

    private static Runs runs(List<Row> rows, List<Row> found) {
        Map<String, Integer> connectors = new HashMap<>();
        Runs runs = new Runs(rows.size());
        boolean hasPoint = false;
        for (Row row : rows) {
            boolean isPoint = row.getString(0).equals(Polls.POINT);
            int device = isPoint
                    ? PointPatterns.POINT
                    : connectors.computeIfAbsent(row.getString(1), id -> connectors.size() + 1);
            hasPoint |= isPoint;
            runs.add(device, row.getLong(2), row.getLong(3), row.getInt(4), (byte) row.getInt(5));
        }
        if (hasPoint) {
            found.add(row(SITE));
        }
        return runs;
    }

    private long bucket(long second) {
        return Math.floorDiv(second, interval_s) * interval_s;
    }

    private static Row row(String kind) {
        return RowFactory.create(kind, 0L, null, null, null);
    }
}
