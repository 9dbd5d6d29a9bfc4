package io.chargelake.jobs.raw;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.from_csv;
import static org.apache.spark.sql.functions.to_json;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Rows as they were received, in {@link FlatFiles#ORIGINAL}: a struct of the file's columns, or the line of a delimited file, which
 * knows by its metadata how to be read. Only what is refused is ever looked at, and a line is lighter to carry than its fields.
 */
public final class Received {
    private static final String SCHEMA = "schema";
    private static final String DELIMITER = "delimiter";

    /** How lines of a shape are read. */
    record Lines(StructType schema, char delimiter) {

        /** A struct of the columns and {@link FlatFiles#CORRUPT}. */
        Column parsed(Column line) {
            return from_csv(line, schema.add(FlatFiles.CORRUPT, "string"), options());
        }

        private Column json() {
            return to_json(from_csv(col(FlatFiles.ORIGINAL), schema, options()));
        }

        Column kept(Column line) {
            return line.as(
                    FlatFiles.ORIGINAL,
                    new MetadataBuilder()
                            .putString(SCHEMA, schema.json())
                            .putString(DELIMITER, String.valueOf(delimiter))
                            .build());
        }

        private static Lines of(Metadata kept) {
            return new Lines(
                    (StructType) DataType.fromJson(kept.getString(SCHEMA)),
                    kept.getString(DELIMITER).charAt(0));
        }

        private scala.collection.immutable.Map<String, String> options() {
            return scala.collection.immutable.Map.from(CollectionConverters.asScala(Map.of(
                    "sep",
                    String.valueOf(delimiter),
                    "escape",
                    "\"",
                    "mode",
                    "PERMISSIVE",
                    "maxColumns",
                    Integer.toString(FlatShape.LONGEST_LINE + 1),
                    "columnNameOfCorruptRecord",
                    FlatFiles.CORRUPT)));
        }
    }

    /** A row as JSON of its file's columns, or as the line it is where it has not their number of fields. */
    public static Column json(Dataset<Row> rows) {
        StructField field = rows.schema().apply(FlatFiles.ORIGINAL);
        Column json = isLine(field) ? Lines.of(field.metadata()).json() : to_json(col(FlatFiles.ORIGINAL));
        return coalesce(col(FlatFiles.CORRUPT), json);
    }

    /** Columns of the files that rows came from. */
    public static List<String> columnNames(Dataset<Row> rows) {
        StructField field = rows.schema().apply(FlatFiles.ORIGINAL);
        StructType columns = isLine(field) ? Lines.of(field.metadata()).schema() : (StructType) field.dataType();
        return List.of(columns.fieldNames());
    }

    private static boolean isLine(StructField original) {
        return original.metadata().contains(SCHEMA);
    }

    private Received() {}
}
