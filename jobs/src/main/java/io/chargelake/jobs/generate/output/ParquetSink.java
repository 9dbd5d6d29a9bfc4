package io.chargelake.jobs.generate.output;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/** Parquet without Spark's random file names: one reused row, handed cell by cell to the writer. */
final class ParquetSink implements RowSink {

    private static final long ROW_GROUP_BYTES = 32L << 20;

    private final ParquetWriter<Row> writer;
    private final Row row;

    ParquetSink(OutputFile file, List<Column> columns) throws IOException {
        this.row = new Row(columns.size());
        this.writer = new Builder(file, columns)
                .withConf(new Configuration(false))
                .withCompressionCodec(CompressionCodecName.SNAPPY)
                .withRowGroupSize(ROW_GROUP_BYTES)
                .build();
    }

    @Override
    public RowSink text(String value) {
        row.texts[row.filled++] = value;
        return this;
    }

    @Override
    public RowSink whole(long value) {
        return number(value);
    }

    @Override
    public RowSink decimal(long unscaled, int scale) {
        return number(Double.doubleToRawLongBits(unscaled / POWERS_OF_TEN[scale]));
    }

    @Override
    public RowSink instant(long epochS) {
        return number(epochS * 1_000_000);
    }

    @Override
    public RowSink flag(boolean value) {
        return number(value ? 1 : 0);
    }

    @Override
    public RowSink empty() {
        row.empty[row.filled++] = true;
        return this;
    }

    @Override
    public void endRow() throws IOException {
        writer.write(row);
        row.clear();
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    private static final double[] POWERS_OF_TEN = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

    private RowSink number(long bits) {
        row.numbers[row.filled++] = bits;
        return this;
    }

    private static final class Row {
        private final String[] texts;
        private final long[] numbers;
        private final boolean[] empty;
        private int filled;

        Row(int columns) {
            texts = new String[columns];
            numbers = new long[columns];
            empty = new boolean[columns];
        }

        void clear() {
            filled = 0;
            Arrays.fill(empty, false);
        }
    }

    private static final class Builder extends ParquetWriter.Builder<Row, Builder> {
        private final List<Column> columns;

        Builder(OutputFile file, List<Column> columns) {
            super(file);
            this.columns = columns;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        @SuppressWarnings("deprecation") // the only abstract one; the writer itself calls it
        protected WriteSupport<Row> getWriteSupport(Configuration conf) {
            return new Support(columns);
        }
    }

    private static final class Support extends WriteSupport<Row> {
        private final List<Column> columns;
        private RecordConsumer consumer;

        Support(List<Column> columns) {
            this.columns = columns;
        }

        @Override
        @SuppressWarnings("deprecation") // the only abstract one; the writer itself calls it
        public WriteContext init(Configuration configuration) {
            Types.MessageTypeBuilder schema = Types.buildMessage();
            for (Column column : columns) {
                schema.optional(physical(column.kind()))
                        .as(logical(column.kind()))
                        .named(column.name());
            }
            MessageType type = schema.named("row");
            return new WriteContext(type, new HashMap<>());
        }

        @Override
        public void prepareForWrite(RecordConsumer recordConsumer) {
            consumer = recordConsumer;
        }

        @Override
        public void write(Row row) {
            consumer.startMessage();
            for (int i = 0; i < columns.size(); i++) {
                if (!row.empty[i]) {
                    consumer.startField(columns.get(i).name(), i);
                    cell(row, i);
                    consumer.endField(columns.get(i).name(), i);
                }
            }
            consumer.endMessage();
        }

        private void cell(Row row, int i) {
            switch (columns.get(i).kind()) {
                case TEXT -> consumer.addBinary(Binary.fromString(row.texts[i]));
                case WHOLE, INSTANT -> consumer.addLong(row.numbers[i]);
                case DECIMAL -> consumer.addDouble(Double.longBitsToDouble(row.numbers[i]));
                case FLAG -> consumer.addBoolean(row.numbers[i] == 1);
            }
        }

        private static PrimitiveTypeName physical(Column.Kind kind) {
            return switch (kind) {
                case TEXT -> PrimitiveTypeName.BINARY;
                case WHOLE, INSTANT -> PrimitiveTypeName.INT64;
                case DECIMAL -> PrimitiveTypeName.DOUBLE;
                case FLAG -> PrimitiveTypeName.BOOLEAN;
            };
        }

        private static LogicalTypeAnnotation logical(Column.Kind kind) {
            return switch (kind) {
                case TEXT -> LogicalTypeAnnotation.stringType();
                case INSTANT -> LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS);
                case WHOLE, DECIMAL, FLAG -> null;
            };
        }
    }
}
