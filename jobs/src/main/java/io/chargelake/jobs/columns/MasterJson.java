package io.chargelake.jobs.columns;

import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;

import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.Table;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The columns of a dimension's row beside its key as one JSON text: two rows say the same if and only if the texts are equal. Columns
 * come in declared order, empty ones are left out.
 */
public final class MasterJson {

    public static Column of(Table dimension) {
        return to_json(struct(attributes(dimension).stream().map(Col::col).toArray(Column[]::new)));
    }

    public static StructType schema(Table dimension) {
        return new StructType(attributes(dimension).stream().map(Col::field).toArray(StructField[]::new));
    }

    public static List<Col> attributes(Table dimension) {
        return dimension.columns().stream()
                .filter(col -> !dimension.keys().contains(col))
                .toList();
    }

    private MasterJson() {}
}
