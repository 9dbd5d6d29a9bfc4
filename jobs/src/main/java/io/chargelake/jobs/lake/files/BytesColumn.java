package io.chargelake.jobs.lake.files;

import io.chargelake.jobs.tables.Col;
import java.io.IOException;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.apache.spark.sql.types.DataTypes;

/** A column of texts or bytes that rarely repeat; in an optional one, no bytes are null. */
public final class BytesColumn extends FileColumn {
    private final ByteSink values = new ByteSink();
    private final ByteSink present = new ByteSink(); // a byte a row
    private int size;

    public BytesColumn(Col col) {
        super(col);
        if (!col.type().equals(DataTypes.StringType) && !col.type().equals(DataTypes.BinaryType)) {
            throw new IllegalArgumentException("Cannot write column " + col.name() + " as bytes: it is "
                    + col.type().simpleString());
        }
    }

    public void add(byte[] value) {
        boolean isNull = value.length == 0 && !col().isRequired();
        if (!isNull) {
            values.putText(value);
        }
        present.putByte(isNull ? 0 : 1);
        size++;
    }

    @Override
    PrimitiveType type(int fieldId) {
        var type = col().isRequired()
                ? Types.required(PrimitiveTypeName.BINARY)
                : Types.optional(PrimitiveTypeName.BINARY);
        var meant = col().type().equals(DataTypes.StringType) ? type.as(LogicalTypeAnnotation.stringType()) : type;
        return (fieldId > 0 ? meant.id(fieldId) : meant).named(col().name());
    }

    @Override
    int size() {
        return size;
    }

    @Override
    void writeTo(ChunkWriter chunk) throws IOException {
        if (col().isRequired()) {
            chunk.writePlain(values, size);
        } else {
            chunk.writeOptional(present.array(), values, size);
        }
        values.clear();
        present.clear();
        size = 0;
    }
}
