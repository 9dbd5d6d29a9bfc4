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
    private final int rows;
    private final int entries;

    /** @param entries values and nulls; other than rows where a row can have several */
    ChunkWriter(ParquetFileWriter file, ColumnDescriptor column, int rows, int entries) throws IOException {
        this.file = file;
        this.type = column.getPrimitiveType();
        this.statistics = Statistics.getBuilderForReading(type).withNumNulls(0);
        this.rows = rows;
        this.entries = entries;
        file.startColumn(column, entries, CompressionCodecName.ZSTD);
    }

    void end() throws IOException {
        file.endColumn();
    }

    /** Must be given wherever there is a value: readers take a page without bounds for one of nulls, and skip it. */
    void bounds(byte[] least, byte[] greatest) {
        statistics.withMin(least).withMax(greatest);
    }

    void writePlain(ByteSink values) throws IOException {
        writePage(values, Encoding.PLAIN);
    }

    /**
     * Values as their places in a dictionary.
     *
     * @param width bits of a place
     */
    void writeCoded(ByteSink dictionary, int words, int width, ByteSink places) throws IOException {
        writeDictionary(dictionary, words);
        ByteSink page = new ByteSink(1 + places.size());
        putCoded(width, places, page);
        writePage(page, Encoding.RLE_DICTIONARY);
    }

    /** @param levels 1 for each row with a value, 0 for each of the nulls */
    void writeOptional(ByteSink levels, int nulls, ByteSink values) throws IOException {
        ByteSink page = new ByteSink(Integer.BYTES + levels.size() + values.size());
        putLevels(levels, page);
        page.put(values.array(), values.size());
        statistics.withNumNulls(nulls);
        writePage(page, Encoding.PLAIN);
    }

    /**
     * How entries make lists.
     *
     * @param repetitions 0 where a list begins
     * @param presences 0 for each empty list, 1 for each value
     */
    record Lists(ByteSink repetitions, ByteSink presences, int empty) {}

    void writeLists(ByteSink dictionary, int words, Lists lists, int width, ByteSink places) throws IOException {
        writeDictionary(dictionary, words);
        ByteSink page = new ByteSink();
        putLevels(lists.repetitions(), page);
        putLevels(lists.presences(), page);
        putCoded(width, places, page);
        statistics.withNumNulls(lists.empty());
        writePage(page, Encoding.RLE_DICTIONARY);
    }

    private void writeDictionary(ByteSink dictionary, int words) throws IOException {
        file.writeDictionaryPage(
                new DictionaryPage(BytesInput.from(compressed(dictionary)), dictionary.size(), words, Encoding.PLAIN));
    }

    private static void putLevels(ByteSink levels, ByteSink page) {
        page.putInt(levels.size());
        page.put(levels.array(), levels.size());
    }

    private static void putCoded(int width, ByteSink places, ByteSink page) {
        page.putByte(width);
        page.put(places.array(), places.size());
    }

    private void writePage(ByteSink page, Encoding encoding) throws IOException {
        file.writeDataPage(
                entries,
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
