package io.chargelake.jobs.status.occupancy;

import static org.apache.spark.sql.functions.unix_seconds;

import io.chargelake.jobs.tables.StatusRun;
import io.chargelake.status.RunParts;
import io.chargelake.status.Runs;
import io.chargelake.status.Status;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import scala.Tuple2;

/** A run as the table has it. What it holds of days that are not computed anew stands for their polls. */
record StoredRun(Device device, byte status, long start, long lastPoll, long end, int polls, byte[] parts)
        implements Serializable {

    static Column[] columns() {
        return new Column[] {
            StatusRun.DEVICE_TYPE.col(),
            StatusRun.DEVICE_ID.col(),
            StatusRun.STATUS.col(),
            unix_seconds(StatusRun.START_TIME.col()),
            unix_seconds(StatusRun.LAST_POLL.col()),
            unix_seconds(StatusRun.END_TIME.col()),
            StatusRun.POLLS.col(),
            StatusRun.PARTS.col()
        };
    }

    static StoredRun of(Row row) {
        return new StoredRun(
                new Device(row.getString(0), row.getString(1)),
                Status.of(row.getString(2)).code(),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getInt(6),
                row.isNullAt(7) ? new byte[0] : row.getAs(7));
    }

    /** The runs of a part as one block for each share. */
    static Iterator<Tuple2<Integer, byte[]>> packed(Iterator<StoredRun> runs, int shares) throws IOException {
        Map<Integer, ByteArrayOutputStream> blocks = new TreeMap<>();
        while (runs.hasNext()) {
            StoredRun run = runs.next();
            run.writeTo(new DataOutputStream(
                    blocks.computeIfAbsent(run.device().share(shares), share -> new ByteArrayOutputStream())));
        }
        return blocks.entrySet().stream()
                .map(block -> new Tuple2<>(block.getKey(), block.getValue().toByteArray()))
                .iterator();
    }

    static Iterator<StoredRun> unpacked(byte[] block) throws IOException {
        List<StoredRun> runs = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(block))) {
            while (in.available() > 0) {
                runs.add(read(in));
            }
        }
        return runs.iterator();
    }

    private static StoredRun read(DataInputStream in) throws IOException {
        return new StoredRun(
                new Device(in.readUTF(), in.readUTF()),
                in.readByte(),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readInt(),
                in.readNBytes(in.readInt()));
    }

    private void writeTo(DataOutputStream out) throws IOException {
        out.writeUTF(device.type());
        out.writeUTF(device.id());
        out.writeByte(status);
        out.writeLong(start);
        out.writeLong(lastPoll);
        out.writeLong(end);
        out.writeInt(polls);
        out.writeInt(parts.length);
        out.write(parts);
    }

    /** Adds what the run holds of days outside the scope. */
    void addTo(Runs runs, int number, Scope scope) {
        RunParts.read(start, lastPoll, polls, parts, (first, last, n) -> {
            if (!scope.computes(first)) {
                runs.add(number, first, last, n, status);
            }
        });
    }
}
