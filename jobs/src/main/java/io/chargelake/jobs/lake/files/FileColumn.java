package io.chargelake.jobs.lake.files;

import io.chargelake.jobs.tables.Col;
import java.io.IOException;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Types;

/** A column of a data file, collecting the values of a row group. */
public abstract sealed class FileColumn permits CodedColumn, BytesColumn {
    private final Col col;

    FileColumn(Col col) {
        this.col = col;
    }

    Col col() {
        return col;
    }

    /** The Parquet type, under the column's name; with an id where the table format gave the column one. */
    final PrimitiveType type(int fieldId) {
        Types.PrimitiveBuilder<PrimitiveType> type = type();
        return (fieldId > 0 ? type.id(fieldId) : type).named(col.name());
    }

    /** The Parquet type without a name. */
    abstract Types.PrimitiveBuilder<PrimitiveType> type();

    /** Writes the values collected and makes room for the next row group. */
    abstract void writeTo(ChunkWriter chunk) throws IOException;
}
