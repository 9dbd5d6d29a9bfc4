package io.chargelake.jobs.lake.files;

import io.chargelake.jobs.tables.Col;
import java.io.IOException;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.apache.spark.sql.types.DataType;

/** A column of a data file, collecting the values of a row group. */
public abstract sealed class FileColumn permits CodedColumn, BytesColumn, PlainColumn, BitColumn, SetColumn {
    private final Col col;

    FileColumn(Col col) {
        this.col = col;
    }

    Col col() {
        return col;
    }

    /** The Parquet type, under the column's name; with ids where the table format gave the column some. */
    abstract Type type(FileTarget target);

    /** Values and nulls that were collected of some rows. */
    int entries(int rows) {
        return rows;
    }

    /** Writes the values collected and makes room for the next row group. */
    abstract void writeTo(ChunkWriter chunk) throws IOException;

    /** The type of a column with one value a row. */
    final PrimitiveType named(Types.PrimitiveBuilder<PrimitiveType> type, FileTarget target) {
        int id = target.fieldId(col.name());
        return (id > 0 ? type.id(id) : type).named(col.name());
    }

    final void require(DataType type) {
        if (!col.type().equals(type)) {
            throw new IllegalArgumentException("Cannot write column " + col.name() + " as " + type.simpleString()
                    + ": it is " + col.type().simpleString());
        }
    }

    /** For columns that know no null. */
    final void requireRequired() {
        if (!col.isRequired()) {
            throw new IllegalArgumentException("Cannot write column " + col.name() + ": it may be null");
        }
    }
}
