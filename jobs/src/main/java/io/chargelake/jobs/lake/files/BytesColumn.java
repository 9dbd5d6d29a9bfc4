package io.chargelake.jobs.lake.files;

import io.chargelake.jobs.tables.Col;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.apache.spark.sql.types.DataTypes;

/** A column of texts or bytes that rarely repeat; in an optional one, no bytes are null. */
public final class BytesColumn extends FileColumn {
    private static final byte[] NO_BYTES = {};

    private final ByteSink values = new ByteSink();
    private HybridEncoder present = new HybridEncoder(1, 0);
    private byte[] least; // of the values that are not null, if there are any
    private byte[] greatest;
    private int nulls;

    public BytesColumn(Col col) {
        super(col);
        if (!col.type().equals(DataTypes.StringType) && !col.type().equals(DataTypes.BinaryType)) {
            throw new IllegalArgumentException("Cannot write column " + col.name() + " as bytes: it is "
                    + col.type().simpleString());
        }
    }

    public void add(String text) {
        add(text == null ? NO_BYTES : text.getBytes(StandardCharsets.UTF_8));
    }

    public void add(byte[] value) {
        boolean isNull = value.length == 0 && !col().isRequired();
        if (!isNull) {
            values.putText(value);
            least = least == null || Arrays.compareUnsigned(value, least) < 0 ? value : least;
            greatest = greatest == null || Arrays.compareUnsigned(value, greatest) > 0 ? value : greatest;
        }
        present.add(isNull ? 0 : 1, 1);
        nulls += isNull ? 1 : 0;
    }

    @Override
    Type type(FileTarget target) {
        var type = col().isRequired()
                ? Types.required(PrimitiveTypeName.BINARY)
                : Types.optional(PrimitiveTypeName.BINARY);
        boolean isText = col().type().equals(DataTypes.StringType);
        return named(isText ? type.as(LogicalTypeAnnotation.stringType()) : type, target);
    }

    @Override
    void writeTo(ChunkWriter chunk) throws IOException {
        if (least != null) {
            chunk.bounds(least, greatest);
        }
        if (col().isRequired()) {
            chunk.writePlain(values);
        } else {
            chunk.writeOptional(present.bytes(), nulls, values);
        }
        values.clear();
        present = new HybridEncoder(1, 0);
        least = null;
        greatest = null;
        nulls = 0;
    }
}
