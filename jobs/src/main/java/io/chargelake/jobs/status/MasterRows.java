package io.chargelake.jobs.status;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.from_json;
import static org.apache.spark.sql.functions.lit;

import io.chargelake.jobs.columns.MasterJson;
import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.DimensionSeen;
import io.chargelake.jobs.tables.Table;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Rows of all dimensions in one form: which dimension, key, attributes as JSON. So one query serves the three. */
final class MasterRows {
    /** The attributes of an id that is known by its polls alone. */
    static final String NOTHING = "{}";

    private static final String VERSION = "_version";

    static Dataset<Row> of(Table dimension, Dataset<Row> rows, Column... beside) {
        Column[] columns = Stream.concat(
                        Stream.of(
                                lit(dimension.name()).as(DimensionSeen.DIMENSION.name()),
                                key(dimension).col().cast("string").as(DimensionSeen.KEY.name()),
                                MasterJson.of(dimension).as(DimensionSeen.ATTRIBUTES.name())),
                        Stream.of(beside))
                .toArray(Column[]::new);
        return rows.select(columns);
    }

    /** The dimension's own rows in its own columns. */
    static Dataset<Row> typed(Table dimension, Dataset<Row> rows, Column... beside) {
        Column[] columns = Stream.of(
                        Stream.of(DimensionSeen.KEY
                                .col()
                                .cast(key(dimension).type())
                                .as(key(dimension).name())),
                        MasterJson.attributes(dimension).stream()
                                .map(own -> col(VERSION).getField(own.name()).as(own.name())),
                        Stream.of(beside))
                .flatMap(all -> all)
                .toArray(Column[]::new);
        return rows.where(DimensionSeen.DIMENSION.col().equalTo(dimension.name()))
                .withColumn(VERSION, from_json(DimensionSeen.ATTRIBUTES.col(), MasterJson.schema(dimension)))
                .select(columns);
    }

    private static Col key(Table dimension) {
        return dimension.keys().get(0);
    }

    private MasterRows() {}
}
