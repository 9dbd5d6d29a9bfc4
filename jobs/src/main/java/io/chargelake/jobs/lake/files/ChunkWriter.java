package io.chargelake.jobs.lake.files;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.util.Arrays;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.schema.PrimitiveType;

/** Writes the pages of one column in one row group. */
final class ChunkWriter {
    private static final int ZSTD_LEVEL = 1;

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

    /** Must be given wherever there is a value: readers take a page without bounds for one of nulls, and skip it. */
    void bounds(byte[] least, byte[] greatest) {
        statistics.withMin(least).withMax(greatest);
    }

    void writePlain(ByteSink values, int rows) throws IOException {
        writePage(values, rows, Encoding.PLAIN);
    }

    /**
     * Values as their places in a dictionary.
     *
     * @param width bits of a place
     */
    void writeCoded(ByteSink dictionary, int words, int width, ByteSink places, int rows) throws IOException {
        file.writeDictionaryPage(
                new DictionaryPage(BytesInput.from(compressed(dictionary)), dictionary.size(), words, Encoding.PLAIN));
        ByteSink page = new ByteSink(1 + places.size());
        page.putByte(width);
        page.put(places.array(), places.size());
        writePage(page, rows, Encoding.RLE_DICTIONARY);
    }

    /** @param levels 1 for each row with a value, 0 for each of the nulls */
    void writeOptional(ByteSink levels, int nulls, ByteSink values, int rows) throws IOException {
        ByteSink page = new ByteSink(Integer.BYTES + levels.size() + values.size());
        page.putInt(levels.size());
        page.put(levels.array(), levels.size());
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

    private static byte[] compressed(ByteSink bytes) {
        byte[] room = new byte[(int) Zstd.compressBound(bytes.size())];
        long size = Zstd.compressByteArray(room, 0, room.length, bytes.array(), 0, bytes.size(), ZSTD_LEVEL);
        if (Zstd.isError(size)) {
            throw new IllegalStateException("Cannot compress a page: " + Zstd.getErrorName(size));
        }
        return Arrays.copyOf(room, (int) size);
    }
}
