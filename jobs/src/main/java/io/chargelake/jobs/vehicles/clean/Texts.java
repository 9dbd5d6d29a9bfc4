package io.chargelake.jobs.vehicles.clean;

import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.octet_length;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.Drive;
import io.chargelake.text.Mojibake;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;

/** Texts that were decoded wrongly are put right where that loses nothing; what they were stays beside. Vehicles get one spelling. */
final class Texts {
    private static final UserDefinedFunction REPAIRED = udf(
            (UDF1<String, String>)
                    text -> text == null ? null : Mojibake.repair(text).orElse(text),
            DataTypes.StringType);
    private static final UserDefinedFunction IS_DAMAGED =
            udf((UDF1<String, Boolean>) text -> text != null && Mojibake.isDamaged(text), DataTypes.BooleanType);

    static Dataset<Row> repaired(Kind kind, Dataset<Row> rows) {
        List<Col> texts = kind.layout().columns().stream()
                .filter(ours -> ours.type().equals(DataTypes.StringType))
                .toList();
        Column damaged = any(texts.stream().map(text -> beyondAscii(text).and(IS_DAMAGED.apply(text.col()))));
        Column changed = any(texts.stream().map(Texts::isRepaired));
        Column before = struct(texts.stream()
                .map(text -> when(isRepaired(text), text.col()).as(text.name()))
                .toArray(Column[]::new));
        Dataset<Row> repaired = rows.withColumn(RawRow.MOJIBAKE, damaged)
                .withColumn(Drive.TEXT_RAW.name(), when(changed, to_json(before)));
        for (Col text : texts) {
            repaired = repaired.withColumn(
                    text.name(),
                    when(beyondAscii(text), REPAIRED.apply(text.col())).otherwise(text.col()));
        }
        return repaired.withColumn(Drive.VEHICLE_ID.name(), Ids.normal(Drive.VEHICLE_ID.col()));
    }

    /** Calling Java for every text would cost more than reading it. */
    private static Column beyondAscii(Col text) {
        return octet_length(text.col()).gt(length(text.col()));
    }

    private static Column isRepaired(Col text) {
        return beyondAscii(text).and(REPAIRED.apply(text.col()).notEqual(text.col()));
    }

    private static Column any(Stream<Column> conditions) {
        return conditions.reduce(Column::or).orElse(lit(false));
    }

    private Texts() {}
}
