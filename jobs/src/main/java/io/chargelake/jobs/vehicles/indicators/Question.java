package io.chargelake.jobs.vehicles.indicators;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.when;

import io.chargelake.jobs.tables.ChargeSession;
import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.Indicator;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Questions with ready answers. What is asked for most comes first. */
enum Question {
    /** Which days, weekdays and months have long trips. */
    LONG_TRIP_DAYS {
        @Override
        Dataset<Row> ask(FleetHistory history, Thresholds thresholds) {
            return tripDays(history, thresholds, Figures.LONG_TRIPS);
        }
    },
    /** Which days, weekdays and months have short trips. */
    SHORT_TRIP_DAYS {
        @Override
        Dataset<Row> ask(FleetHistory history, Thresholds thresholds) {
            return tripDays(history, thresholds, Figures.SHORT_TRIPS);
        }
    },
    /** Which vehicle types make the most energy-hungry trips. */
    ENERGY_HUNGRY_TYPES {
        @Override
        Dataset<Row> ask(FleetHistory history, Thresholds thresholds) {
            Dataset<Row> rows = by(Dimension.vehicle_type).of(history.trips(), Figures.ofTrips(thresholds));
            return table(
                    Dimension.vehicle_type,
                    rows,
                    Figures.TRIP_ENERGY + "_mean",
                    Figures.TRIP_ENERGY + "_p90",
                    Figures.ENERGY_PER_100KM,
                    Figures.THIRSTY_TRIPS + "_share",
                    Figures.TRIP_DISTANCE + "_mean",
                    Figures.TRIPS);
        }
    },
    /** Which batteries consume most. */
    THIRSTY_BATTERIES {
        @Override
        Dataset<Row> ask(FleetHistory history, Thresholds thresholds) {
            return table(
                    Dimension.battery_type,
                    ofBatteries(history, thresholds),
                    Figures.ENERGY_PER_100KM,
                    Figures.ENERGY_PER_HOUR,
                    Figures.CYCLE_PER_100KM + "_p90",
                    Figures.THIRSTY_CYCLES + "_share",
                    Figures.CYCLES);
        }
    },
    /** Which batteries lose their charge fastest, standing and driving. */
    SOC_LOSING_BATTERIES {
        @Override
        Dataset<Row> ask(FleetHistory history, Thresholds thresholds) {
            return table(
                    Dimension.battery_type,
                    ofBatteries(history, thresholds),
                    Figures.SOC_LOST_PER_HOUR,
                    Figures.SOC_USED_PER_HOUR,
                    Figures.CYCLES,
                    Figures.TRIPS);
        }
    },
    /** Which charge sessions are complete, why others are not, and what they look like. */
    COMPLETE_SESSIONS {
        @Override
        Dataset<Row> ask(FleetHistory history, Thresholds thresholds) {
            Column why =
                    when(ChargeSession.COMPLETE.col(), array(lit("complete"))).otherwise(ChargeSession.FLAGS.col());
            return history.sessions()
                    .withColumn(WHY.name(), explode(why))
                    .groupBy(WHY.col())
                    .agg(
                            count(lit(1)).as(Figures.SESSIONS),
                            shown(avg(ChargeSession.ENERGY_KWH.col())).as("energy_kwh_mean"),
                            shown(avg(ChargeSession.POWER_MEAN_KW.col())).as("power_kw_mean"),
                            shown(avg(ChargeSession.DURATION_S.col().divide(60)))
                                    .as("duration_min_mean"),
                            shown(avg(ChargeSession.SOC_END.col().minus(ChargeSession.SOC_START.col())))
                                    .as("soc_change_mean"))
                    .orderBy(col(Figures.SESSIONS).desc(), WHY.col());
        }
    };

    private static final Col WHY = Col.string("complete_or_flag");

    abstract Dataset<Row> ask(FleetHistory history, Thresholds thresholds);

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Dataset<Row> ofBatteries(FleetHistory history, Thresholds thresholds) {
        IndicatorRows rows = by(Dimension.battery_type);
        return rows.of(history.trips(), Figures.ofTrips(thresholds))
                .unionByName(rows.of(history.cycles(), Figures.ofCycles(thresholds)));
    }

    private static IndicatorRows by(Dimension dimension) {
        return new IndicatorRows(Set.of(Period.whole), Set.of(dimension));
    }

    private static Dataset<Row> tripDays(FleetHistory history, Thresholds thresholds, String kind) {
        var rows = new IndicatorRows(EnumSet.of(Period.day, Period.weekday, Period.month), Set.of(Dimension.all));
        return table(
                rows.of(history.trips(), Figures.ofTrips(thresholds)),
                List.of(Indicator.PERIOD, Indicator.PERIOD_START),
                kind + "_share",
                kind,
                Figures.TRIPS);
    }

    private static Dataset<Row> table(Dimension dimension, Dataset<Row> rows, String... figures) {
        return table(rows, List.of(Indicator.KEY), figures).withColumnRenamed(Indicator.KEY.name(), dimension.name());
    }

    /** A row for each group, its figures beside each other, by the first of them. */
    private static Dataset<Row> table(Dataset<Row> rows, List<Col> groups, String... figures) {
        Column[] values = Arrays.stream(figures)
                .map(figure -> shown(max(when(Indicator.INDICATOR.col().equalTo(figure), Indicator.VALUE.col())))
                        .as(figure))
                .toArray(Column[]::new);
        Column[] order = Stream.concat(
                        Stream.of(col(figures[0]).desc()), groups.stream().map(Col::col))
                .toArray(Column[]::new);
        return rows.groupBy(groups.stream().map(Col::col).toArray(Column[]::new))
                .agg(values[0], Arrays.copyOfRange(values, 1, values.length))
                .orderBy(order);
    }

    private static Column shown(Column value) {
        return round(value, 3);
    }
}
