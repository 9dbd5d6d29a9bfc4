package io.chargelake.jobs.vehicles.clean;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.chargelake.jobs.columns.RawNumbers;
import io.chargelake.jobs.raw.FlatFiles;
import io.chargelake.unit.Quantity;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The files' readings as columns of their rows: one plan reads files of any number of units. Where all files of a shape are read
 * alike, the readings are constants and cost nothing.
 */
sealed interface ReadingColumns {

    Column number(Column text);

    Column moment(Column text);

    Column plain(Column value, Quantity quantity);

    Dataset<Row> beside(Dataset<Row> rows);

    static ReadingColumns of(List<FileVerdict> files) {
        List<Reading> readings =
                files.stream().map(FileVerdict::reading).distinct().toList();
        return readings.size() < 2 ? new Alike(readings.isEmpty() ? Reading.PLAIN : readings.get(0)) : new Mixed(files);
    }

    /** All files are read the same way. */
    record Alike(Reading reading) implements ReadingColumns {
        @Override
        public Column number(Column text) {
            return reading.decimal().number(text);
        }

        @Override
        public Column moment(Column text) {
            return reading.dates().moment(text);
        }

        @Override
        public Column plain(Column value, Quantity quantity) {
            return RawNumbers.plain(value, reading.unit(quantity));
        }

        @Override
        public Dataset<Row> beside(Dataset<Row> rows) {
            return rows;
        }
    }

    /** Each file is read its own way. */
    record Mixed(List<FileVerdict> files) implements ReadingColumns {
        private static final String FILE = "_reading_file";
        private static final String DECIMAL = "_reading_decimal";
        private static final String DATES = "_reading_dates";
        private static final String GRAINS = "_reading_grains_";

        @Override
        public Column number(Column text) {
            return when(col(DECIMAL).equalTo(DecimalMark.COMMA.code()), DecimalMark.COMMA.number(text))
                    .otherwise(DecimalMark.POINT.number(text));
        }

        @Override
        public Column moment(Column text) {
            Column order = coalesce(col(DATES), lit(DateOrder.YMD.code()));
            return when(order.equalTo(DateOrder.YMD.code()), DateOrder.YMD.moment(text))
                    .when(order.equalTo(DateOrder.DMY.code()), DateOrder.DMY.moment(text))
                    .otherwise(DateOrder.MDY.moment(text));
        }

        @Override
        public Column plain(Column value, Quantity quantity) {
            return RawNumbers.plain(value, col(GRAINS + quantity.code()));
        }

        @Override
        public Dataset<Row> beside(Dataset<Row> rows) {
            return rows.join(broadcast(table(rows)), col(FlatFiles.SOURCE_FILE).equalTo(col(FILE)), "left")
                    .drop(FILE);
        }

        private Dataset<Row> table(Dataset<Row> rows) {
            StructType schema = new StructType()
                    .add(FILE, DataTypes.StringType)
                    .add(DECIMAL, DataTypes.StringType)
                    .add(DATES, DataTypes.StringType);
            for (Quantity quantity : Quantity.values()) {
                schema = schema.add(GRAINS + quantity.code(), DataTypes.DoubleType);
            }
            List<Row> table = files.stream().map(Mixed::row).toList();
            return rows.sparkSession().createDataFrame(table, schema);
        }

        private static Row row(FileVerdict file) {
            Reading reading = file.reading();
            var cells = new ArrayList<Object>(List.of(
                    file.file(), reading.decimal().code(), reading.dates().code()));
            for (Quantity quantity : Quantity.values()) {
                cells.add(
                        reading.unit(quantity).isPlain()
                                ? null
                                : reading.unit(quantity).grains());
            }
            return RowFactory.create(cells.toArray());
        }
    }
}
