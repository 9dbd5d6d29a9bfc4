package io.chargelake.jobs.raw.pages;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.ValuesType;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.column.values.ValuesReader;

/** A column of a row group, read in order. Values in the dictionary are translated once a dictionary, not once a row. */
public abstract sealed class PageColumn permits WordPages, TimePages {
    private final ColumnDescriptor column;
    private PageReader pages;
    private int left; // rows of the page that is open
    private HybridDecoder levels; // null where no value of the page can be missing
    private HybridDecoder places; // null where values are not in the dictionary
    private ValuesReader values;
    private int[] present = new int[0];

    PageColumn(ColumnDescriptor column) {
        this.column = column;
    }

    /** Goes to the first row of a row group. */
    public final void begin(PageReadStore group) throws IOException {
        pages = group.getPageReader(column);
        left = 0;
        DictionaryPage page = pages.readDictionaryPage();
        if (page != null) {
            translate(page.getEncoding().initDictionary(column, page));
        }
    }

    /** Takes the values of the column's dictionary. */
    abstract void translate(Dictionary dictionary);

    /** Stores the next values by their places in the dictionary. */
    abstract void storePlaces(HybridDecoder of, int count, int at);

    /** Stores values that are not in the dictionary. */
    abstract void storeValues(ValuesReader of, int count, int at);

    /** Stores some rows, of which those whose {@code present} is 0 are null; the others are stored at {@code from} on, one by one. */
    abstract void spread(int[] present, int count, int at);

    /** Stores the next rows and tells how many of them are null. */
    public final int read(int count) throws IOException {
        int nulls = 0;
        int at = 0;
        while (at < count) {
            if (left == 0) {
                open(pages.readPage());
            }
            int some = Math.min(left, count - at);
            nulls += readOfPage(some, at);
            left -= some;
            at += some;
        }
        return nulls;
    }

    private int readOfPage(int count, int at) {
        if (levels == null) {
            store(count, at);
            return 0;
        }
        if (present.length < count) {
            present = new int[count];
        }
        levels.read(present, 0, count);
        int known = 0;
        for (int i = 0; i < count; i++) {
            known += present[i];
        }
        store(known, at);
        if (known < count) {
            spread(present, count, at);
        }
        return count - known;
    }

    private void store(int count, int at) {
        if (count == 0) {
            return;
        }
        if (places == null) {
            storeValues(values, count, at);
            return;
        }
        storePlaces(places, count, at);
    }

    private void open(DataPage page) throws IOException {
        if (page == null) {
            throw new IOException("its column " + column.getPath()[0] + " has too few values");
        }
        left = page.getValueCount();
        if (page instanceof DataPageV1 v1) {
            open(v1);
        } else {
            open((DataPageV2) page);
        }
    }

    /** The levels come first, after their length: a length of four bytes, as no level is repeated. */
    private void open(DataPageV1 page) throws IOException {
        byte[] bytes = padded(page.getBytes());
        int valuesAt = 0;
        levels = null;
        if (column.getMaxDefinitionLevel() > 0) {
            int length = littleEndian(bytes);
            levels = new HybridDecoder(bytes, Integer.BYTES, 1);
            valuesAt = Integer.BYTES + length;
        }
        open(bytes, valuesAt, page.getValueEncoding());
    }

    private void open(DataPageV2 page) throws IOException {
        levels = page.getNullCount() == 0 ? null : new HybridDecoder(padded(page.getDefinitionLevels()), 0, 1);
        open(padded(page.getData()), 0, page.getDataEncoding());
    }

    private void open(byte[] bytes, int at, Encoding encoding) throws IOException {
        places = null;
        values = null;
        if (encoding.usesDictionary()) {
            places = new HybridDecoder(bytes, at + 1, bytes[at]);
        } else {
            values = encoding.getValuesReader(column, ValuesType.VALUES);
            ByteBufferInputStream in =
                    ByteBufferInputStream.wrap(ByteBuffer.wrap(bytes, at, bytes.length - at - HybridDecoder.PADDING));
            values.initFromPage(left, in);
        }
    }

    private static byte[] padded(BytesInput page) throws IOException {
        int size = Math.toIntExact(page.size());
        byte[] bytes = new byte[size + HybridDecoder.PADDING];
        try (var in = page.toInputStream()) {
            if (in.readNBytes(bytes, 0, size) < size) {
                throw new IOException("a page of it is cut off");
            }
        }
        return bytes;
    }

    private static int littleEndian(byte[] bytes) {
        return bytes[0] & 0xFF | (bytes[1] & 0xFF) << 8 | (bytes[2] & 0xFF) << 16 | bytes[3] << 24;
    }
}
