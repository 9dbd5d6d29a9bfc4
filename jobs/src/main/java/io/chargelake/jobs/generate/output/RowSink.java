package io.chargelake.jobs.generate.output;

import java.io.Closeable;
import java.io.IOException;

/** Takes the cells of each row in the order of the columns, then the row's end. Numbers come as exact integers. */
public interface RowSink extends Closeable {

    RowSink text(String value);

    RowSink whole(long value);

    RowSink decimal(long unscaled, int scale);

    RowSink instant(long epochS);

    RowSink flag(boolean value);

    RowSink empty();

    void endRow() throws IOException;

    @Override
    void close() throws IOException;
}
