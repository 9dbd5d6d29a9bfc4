package io.chargelake.jobs.extract;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import io.chargelake.privacy.request.Dimension;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * What each contributor gives to each cell. Records have numbers in place of ids already.
 *
 * @param time column that time labels are made of
 * @param contributors columns of who gives, such as vehicle and site: a row is of one of each
 */
record PerContributor(List<Dimension> dimensions, String time, List<String> contributors, List<Quantity> quantities) {
    private static final String WHO = "_who";
    private static final String GIVEN = "_given_";

    /** One row for each contributor and cell. */
    Dataset<Row> summed(Dataset<Row> records) {
        Column[] by = Stream.concat(dimensions.stream().map(PerContributor::name), who().stream())
                .map(functions::col)
                .toArray(Column[]::new);
        Column[] sums = given().stream().map(name -> sum(col(name)).as(name)).toArray(Column[]::new);
        return each(records).groupBy(by).agg(sums[0], Arrays.copyOfRange(sums, 1, sums.length));
    }

    /** One row for each record. */
    Dataset<Row> each(Dataset<Row> records) {
        return records.select(Stream.of(
                        dimensions.stream().map(d -> Records.label(d, time).as(name(d))),
                        // whose thing is not known stands for all whose is not
                        IntStream.range(0, contributors.size())
                                .mapToObj(i -> coalesce(col(contributors.get(i)), lit(0L))
                                        .as(who().get(i))),
                        IntStream.range(0, quantities.size())
                                .mapToObj(q -> quantities.get(q).ofRecord().as(given().get(q))))
                .flatMap(columns -> columns)
                .toArray(Column[]::new));
    }

    List<String> who() {
        return IntStream.range(0, contributors.size()).mapToObj(i -> WHO + i).toList();
    }

    List<String> given() {
        return IntStream.range(0, quantities.size()).mapToObj(q -> GIVEN + q).toList();
    }

    /** Beside the table's own columns, which a label may be called like. */
    static String name(Dimension dimension) {
        return "_at_" + dimension.name();
    }
}
