package io.chargelake.jobs.lake.files;

import io.chargelake.jobs.tables.Table;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.util.HadoopStreams;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * A table's rows on their way to Parquet files, one for each day after the other: a row is an {@code add} to each column,
 * then {@link #endRow}. Memory is that of a row group.
 */
public final class TableFiles {
    private static final int ROWS_A_GROUP = 1 << 20;

    private final FileTarget target;
    private final List<FileColumn> columns;
    private final MessageType schema;
    private LocalDate day;
    private Path path;
    private ParquetFileWriter writer; // opened with the first row group
    private int pending;
    private long rows;

    /** @param columns all of the table but the day, in order */
    public TableFiles(FileTarget target, Table table, List<FileColumn> columns) {
        List<String> names = columns.stream().map(column -> column.col().name()).toList();
        if (!table.columnNames()
                .filter(name -> !name.equals(Table.DAY.name()))
                .toList()
                .equals(names)) {
            throw new IllegalArgumentException(
                    "Cannot write " + table.name() + ": these are not its columns (" + names + ")");
        }
        this.target = target;
        this.columns = List.copyOf(columns);
        Type[] types = columns.stream().map(column -> column.type(target)).toArray(Type[]::new);
        this.schema = new MessageType(table.name(), types);
    }

    /** All rows until {@link #finish} are of this day. */
    public void begin(LocalDate ofDay) {
        if (pending > 0 || writer != null) {
            throw new IllegalStateException("Cannot begin " + ofDay + ": " + day + " is not finished");
        }
        day = ofDay;
        path = target.newFile(day);
    }

    public void endRow() throws IOException {
        endRows(1);
    }

    public void endRows(int rows) throws IOException {
        pending += rows;
        if (pending >= ROWS_A_GROUP) {
            flush();
        }
    }

    /** Closes the day's file; none is written without rows. */
    public List<NewFile> finish() throws IOException {
        if (pending > 0) {
            flush();
        }
        if (writer == null) {
            return List.of();
        }
        writer.end(Map.of());
        NewFile file = new NewFile(path.toString(), day, writer.getPos(), rows);
        writer = null;
        rows = 0;
        return List.of(file);
    }

    private PositionOutputStream open() throws IOException {
        return HadoopStreams.wrap(target.files(path).create(path, false));
    }

    private void flush() throws IOException {
        if (writer == null) {
            writer = new ParquetFileWriter(
                    new StreamOutput(this::open), schema, ParquetFileWriter.Mode.CREATE, Long.MAX_VALUE, 0);
            writer.start();
        }
        writer.startBlock(pending);
        List<ColumnDescriptor> descriptors = schema.getColumns();
        for (int i : IntStream.range(0, columns.size()).toArray()) {
            FileColumn column = columns.get(i);
            ChunkWriter chunk = new ChunkWriter(writer, descriptors.get(i), pending, column.entries(pending));
            column.writeTo(chunk);
            chunk.end();
        }
        writer.endBlock();
        rows += pending;
        pending = 0;
    }
}
