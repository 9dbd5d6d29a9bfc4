package io.chargelake.jobs.generate.status;

import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/** Writes true sessions or outages spell by spell; an outage has one more column, what the device said meanwhile. */
final class SpellWriteSupport extends WriteSupport<Spells> {

    static final String POINT = "point";
    static final String CONNECTOR = "connector";

    static final MessageType SESSION = schema("");
    static final MessageType OUTAGE = schema("required binary status (STRING);");

    private static final long MICROS = 1_000_000;
    private static final Binary POINT_TEXT = Binary.fromString(POINT);
    private static final Binary CONNECTOR_TEXT = Binary.fromString(CONNECTOR);

    private final MessageType schema;
    private int row;
    private Binary type = POINT_TEXT;
    private Binary id = Binary.EMPTY;
    private RecordConsumer out;

    SpellWriteSupport(MessageType schema) {
        this.schema = schema;
    }

    /** The next call writes the first spell of a list, as this device's. */
    void rewind(String deviceType, String deviceId) {
        row = 0;
        type = deviceType.equals(POINT) ? POINT_TEXT : CONNECTOR_TEXT;
        id = Binary.fromString(deviceId);
    }

    @Override
    public WriteContext init(Configuration configuration) {
        return new WriteContext(schema, Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer consumer) {
        out = consumer;
    }

    @Override
    public void write(Spells spells) {
        out.startMessage();
        text("device_type", 0, type);
        text("device_id", 1, id);
        time("start_time", 2, spells.startS(row));
        time("end_time", 3, spells.endS(row));
        if (schema == OUTAGE) {
            text(
                    "status",
                    4,
                    Binary.fromString(DeviceStatus.of(spells.status(row)).name()));
        }
        out.endMessage();
        row++;
    }

    private void text(String name, int index, Binary value) {
        out.startField(name, index);
        out.addBinary(value);
        out.endField(name, index);
    }

    private void time(String name, int index, long second) {
        out.startField(name, index);
        out.addLong(second * MICROS);
        out.endField(name, index);
    }

    private static MessageType schema(String more) {
        return MessageTypeParser.parseMessageType(
                """
                message spell {
                  required binary device_type (STRING);
                  required binary device_id (STRING);
                  required int64 start_time (TIMESTAMP(MICROS,true));
                  required int64 end_time (TIMESTAMP(MICROS,true));
                  %s
                }
                """
                        .formatted(more));
    }
}
