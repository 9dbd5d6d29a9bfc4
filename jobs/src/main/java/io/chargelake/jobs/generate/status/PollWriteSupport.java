package io.chargelake.jobs.generate.status;

import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/** Writes a batch row by row: each call takes the next one. Texts are made once a file and looked up by number. */
final class PollWriteSupport extends WriteSupport<PollBatch> {

    private static final MessageType SCHEMA = MessageTypeParser.parseMessageType(
            """
            message poll {
              required binary device_type (STRING);
              optional binary device_id (STRING);
              required int64 query_time (TIMESTAMP(MICROS,true));
              required binary status (STRING);
              optional binary parking_sensor (STRING);
            }
            """);
    private static final long MICROS = 1_000_000;
    private static final Binary POINT = Binary.fromString(SpellWriteSupport.POINT);
    private static final Binary CONNECTOR = Binary.fromString(SpellWriteSupport.CONNECTOR);
    private static final Binary SENSOR_FREE = Binary.fromString("AVAILABLE");
    private static final Binary SENSOR_TAKEN = Binary.fromString("OCCUPIED");

    private final Binary[] ids;
    private final boolean[] points;
    private final Binary[] statuses = new Binary[DeviceStatus.COUNT + RawDay.UNKNOWN_WORDS.length];
    private int row;
    private RecordConsumer out;

    PollWriteSupport(String[] deviceIds, boolean[] arePoints) {
        points = arePoints;
        ids = new Binary[deviceIds.length];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = Binary.fromString(deviceIds[i]);
        }
        for (int i = 0; i < statuses.length; i++) {
            statuses[i] = Binary.fromString(
                    i < DeviceStatus.COUNT
                            ? DeviceStatus.of(i).name()
                            : RawDay.UNKNOWN_WORDS[i - RawDay.FIRST_UNKNOWN_WORD]);
        }
    }

    /** The next call writes the first row of a batch. */
    void rewind() {
        row = 0;
    }

    @Override
    public WriteContext init(Configuration configuration) {
        return new WriteContext(SCHEMA, Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer consumer) {
        out = consumer;
    }

    @Override
    public void write(PollBatch batch) {
        int device = batch.device(row);
        int cell = batch.cell(row);
        long timeUs = batch.timeS(row++) * MICROS;
        out.startMessage();
        text("device_type", 0, device >= 0 && points[device] ? POINT : CONNECTOR);
        if (device >= 0) {
            text("device_id", 1, ids[device]);
        }
        out.startField("query_time", 2);
        out.addLong(timeUs);
        out.endField("query_time", 2);
        text("status", 3, statuses[cell & StatusMatrix.STATUS_MASK]);
        int sensor = cell >> StatusMatrix.SENSOR_SHIFT;
        if (sensor != 0) {
            text("parking_sensor", 4, sensor == StatusMatrix.SENSOR_TAKEN ? SENSOR_TAKEN : SENSOR_FREE);
        }
        out.endMessage();
    }

    private void text(String name, int index, Binary value) {
        out.startField(name, index);
        out.addBinary(value);
        out.endField(name, index);
    }
}
