package io.chargelake.jobs.lake.files;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.util.Arrays;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridEncoder;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.schema.PrimitiveType;

/** Writes the pages of one column in one row group. */
final class ChunkWriter {
    private static final int ZSTD_LEVEL = 1;
    private static final int FIRST_SLAB = 1 << 12;
    private static final int LARGEST_SLAB = 1 << 20;

    private final ParquetFileWriter file;
    private final PrimitiveType type;
    private final Statistics.Builder statistics;

    ChunkWriter(ParquetFileWriter file, ColumnDescriptor column, int rows) throws IOException {
        this.file = file;
        this.type = column.getPrimitiveType();
        this.statistics = Statistics.getBuilderForReading(type).withNumNulls(0);
        file.startColumn(column, rows, CompressionCodecName.ZSTD);
    }

    void end() throws IOException {
        file.endColumn();
    }

    void bounds(byte[] least, byte[] greatest) {
        statistics.withMin(least).withMax(greatest);
    }

    void writePlain(ByteSink values, int rows) throws IOException {
        writePage(values, rows, Encoding.PLAIN);
    }

    /** Values as their places in a dictionary. */
    void writeCoded(ByteSink dictionary, int words, int[] places, int rows) throws IOException {
        byte[] compressed = compressed(dictionary);
        file.writeDictionaryPage(
                new DictionaryPage(BytesInput.from(compressed), dictionary.size(), words, Encoding.PLAIN));
        int width = Integer.SIZE - Integer.numberOfLeadingZeros(words - 1);
        ByteSink page = new ByteSink();
        page.putByte(width);
        try (RunLengthBitPackingHybridEncoder encoder = encoder(width)) {
            for (int i = 0; i < rows; i++) {
                encoder.writeInt(places[i]);
            }
            put(encoder.toBytes(), page);
        }
        writePage(page, rows, Encoding.RLE_DICTIONARY);
    }

    /** @param present 1 for each row with a value, 0 for each without */
    void writeOptional(byte[] present, ByteSink values, int rows) throws IOException {
        int nulls = 0;
        ByteSink page = new ByteSink();
        try (RunLengthBitPackingHybridEncoder encoder = encoder(1)) {
            for (int i = 0; i < rows; i++) {
                encoder.writeInt(present[i]);
                nulls += 1 - present[i];
            }
            BytesInput levels = encoder.toBytes();
            page.putInt((int) levels.size());
            put(levels, page);
        }
        page.put(values.array(), values.size());
        statistics.withNumNulls(nulls);
        writePage(page, rows, Encoding.PLAIN);
    }

    private void writePage(ByteSink page, int rows, Encoding encoding) throws IOException {
        file.writeDataPage(
                rows,
                page.size(),
                BytesInput.from(compressed(page)),
                statistics.build(),
                rows,
                Encoding.RLE,
                Encoding.RLE,
                encoding);
    }

    private static RunLengthBitPackingHybridEncoder encoder(int width) {
        return new RunLengthBitPackingHybridEncoder(width, FIRST_SLAB, LARGEST_SLAB, new HeapByteBufferAllocator());
    }

    private static void put(BytesInput from, ByteSink to) throws IOException {
        byte[] bytes = from.toByteArray();
        to.put(bytes, bytes.length);
    }

    private static byte[] compressed(ByteSink bytes) {
        byte[] room = new byte[(int) Zstd.compressBound(bytes.size())];
        long size = Zstd.compressByteArray(room, 0, room.length, bytes.array(), 0, bytes.size(), ZSTD_LEVEL);
        if (Zstd.isError(size)) {
            throw new IllegalStateException("Cannot compress a page: " + Zstd.getErrorName(size));
        }
        return Arrays.copyOf(room, (int) size);
    }
}
