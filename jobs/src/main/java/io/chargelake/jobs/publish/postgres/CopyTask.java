package io.chargelake.jobs.publish.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.catalyst.InternalRow;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/**
 * Sends the rows of a partition to a staging table by one binary COPY: Spark's own bytes, without a row object or a text in between. All
 * rows of the attempt are there, or none.
 */
final class CopyTask implements FlatMapFunction<Iterator<InternalRow>, Copied> {
    private static final long serialVersionUID = 1L;
    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final int PACKET = 1 << 16;

    private final Database database;
    private final String copy;
    private final List<PgType> types;

    /** @param copy the statement; its columns are those of the rows and the attempt */
    CopyTask(Database database, String copy, List<PgType> types) {
        this.database = database;
        this.copy = copy;
        this.types = types;
    }

    @Override
    public Iterator<Copied> call(Iterator<InternalRow> rows) throws SQLException {
        if (!rows.hasNext()) {
            return Collections.emptyIterator();
        }
        long attempt = TaskContext.get().taskAttemptId();
        try (Connection connection = database.connect()) {
            CopyIn in = new CopyManager(connection.unwrap(BaseConnection.class)).copyIn(copy);
            try {
                return List.of(send(rows, attempt, in)).iterator();
            } finally {
                if (in.isActive()) {
                    in.cancelCopy();
                }
            }
        }
    }

    private Copied send(Iterator<InternalRow> rows, long attempt, CopyIn in) throws SQLException {
        CopyBuffer out = new CopyBuffer();
        out.raw(HEADER);
        long sent = 0;
        while (rows.hasNext()) {
            put(rows.next(), attempt, out);
            sent++;
            if (out.size() >= PACKET) {
                flush(out, in);
            }
        }
        out.int2(-1);
        flush(out, in);
        in.endCopy();
        return new Copied(new long[] {attempt}, sent, out.mended());
    }

    private void put(InternalRow row, long attempt, CopyBuffer out) {
        out.int2(types.size() + 1);
        for (int i = 0; i < types.size(); i++) {
            types.get(i).put(row, i, out);
        }
        out.int4(Long.BYTES);
        out.int8(attempt);
    }

    private static void flush(CopyBuffer out, CopyIn in) throws SQLException {
        in.writeToCopy(out.bytes(), 0, out.size());
        out.clear();
    }
}
