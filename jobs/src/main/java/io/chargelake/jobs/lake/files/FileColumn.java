package io.chargelake.jobs.lake.files;

import io.chargelake.jobs.tables.Col;
import java.io.IOException;
import org.apache.parquet.schema.PrimitiveType;

/** A column of a data file, collecting the values of a row group. */
public abstract sealed class FileColumn permits CodedColumn, BytesColumn {
    private final Col col;

    FileColumn(Col col) {
        this.col = col;
    }

    Col col() {
        return col;
    }

    /** The Parquet type, under the column's name. */
    abstract PrimitiveType type(int fieldId);

    /** Values since the last call of {@link #writeTo}. */
    abstract int size();

    /** Writes the values collected and makes room for the next row group. */
    abstract void writeTo(ChunkWriter chunk) throws IOException;
}
