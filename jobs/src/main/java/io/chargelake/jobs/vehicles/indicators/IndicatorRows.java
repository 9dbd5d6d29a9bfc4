package io.chargelake.jobs.vehicles.indicators;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.Indicator;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Figures by period and dimension: each row goes to its group of each combination, and one aggregation computes all figures of all
 * groups.
 */
record IndicatorRows(Set<Period> periods, Set<Dimension> dimensions) {
    private static final Col GROUP = Col.string("of_group");
    private static final Col RESULT = Col.string("of_result");

    /** @param rows of a {@link FleetHistory} */
    Dataset<Row> of(Dataset<Row> rows, List<Figure> figures) {
        List<Column> aggregates = new ArrayList<>();
        List<Column> results = new ArrayList<>();
        for (Figure figure : figures) {
            aggregates.addAll(figure.aggregates());
            results.addAll(figure.results());
        }
        Column[] more = aggregates.subList(1, aggregates.size()).toArray(Column[]::new);
        return rows.withColumn(GROUP.name(), explode(array(groups())))
                .groupBy(GROUP.col())
                .agg(aggregates.get(0), more)
                .select(
                        GROUP.col(),
                        explode(array(results.toArray(Column[]::new))).as(RESULT.name()))
                .select(col(GROUP.name() + ".*"), col(RESULT.name() + ".*"))
                .where(Indicator.VALUE.col().isNotNull());
    }

    private Column[] groups() {
        return periods.stream()
                .flatMap(period -> dimensions.stream().map(dimension -> group(period, dimension)))
                .toArray(Column[]::new);
    }

    private static Column group(Period period, Dimension dimension) {
        return struct(
                lit(period.name()).as(Indicator.PERIOD.name()),
                period.start(FleetHistory.LOCAL_DAY.col()).as(Indicator.PERIOD_START.name()),
                lit(dimension.name()).as(Indicator.DIMENSION.name()),
                dimension.key().as(Indicator.KEY.name()));
    }
}
