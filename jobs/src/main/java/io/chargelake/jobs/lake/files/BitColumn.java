package io.chargelake.jobs.lake.files;

import io.chargelake.jobs.tables.Col;
import java.io.IOException;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.apache.spark.sql.types.DataTypes;

/** A required column of yes and no. */
public final class BitColumn extends FileColumn {
    private final ByteSink bytes = new ByteSink();
    private int pending; // bits that are no byte yet
    private int trues;
    private int size;

    public BitColumn(Col col) {
        super(col);
        require(DataTypes.BooleanType);
        requireRequired();
    }

    public void add(boolean value) {
        int bit = value ? 1 : 0;
        pending |= bit << size % Byte.SIZE;
        trues += bit;
        size++;
        if (size % Byte.SIZE == 0) {
            putPending();
        }
    }

    @Override
    Type type(FileTarget target) {
        return named(Types.required(PrimitiveTypeName.BOOLEAN), target);
    }

    @Override
    void writeTo(ChunkWriter chunk) throws IOException {
        if (size % Byte.SIZE != 0) {
            putPending();
        }
        chunk.bounds(new byte[] {(byte) (trues == size ? 1 : 0)}, new byte[] {(byte) (trues > 0 ? 1 : 0)});
        chunk.writePlain(bytes);
        bytes.clear();
        trues = 0;
        size = 0;
    }

    private void putPending() {
        bytes.putByte(pending);
        pending = 0;
    }
}
