package io.chargelake.jobs.status;

import static org.apache.spark.sql.functions.col;

import io.chargelake.jobs.tables.FlatPolls;
import io.chargelake.status.PollTiming;
import io.chargelake.status.RunEncoder;
import io.chargelake.status.Runs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Polls to runs inside the tasks that hold them: one pass, 32 bytes a device. Of polls that come in order of time, a twentieth goes on;
 * of others more, up to all of them.
 */
final class PollRuns implements FlatMapFunction<Iterator<InternalRow>, Row> {
    private static final long serialVersionUID = 1L;
    private static final long MICROS = 1_000_000;

    static final String FIRST = "_first";
    static final String LAST = "_last";
    static final String POLLS = "_polls";
    private static final StructType SCHEMA = new StructType()
            .add(FlatPolls.DEVICE_TYPE.name(), DataTypes.StringType)
            .add(FlatPolls.DEVICE_ID.name(), DataTypes.StringType)
            .add(FIRST, DataTypes.LongType)
            .add(LAST, DataTypes.LongType)
            .add(POLLS, DataTypes.IntegerType)
            .add(Polls.CODE, DataTypes.IntegerType);

    private final int interval_s;
    private final int gap_s;

    private PollRuns(int interval_s, int gap_s) {
        this.interval_s = interval_s;
        this.gap_s = gap_s;
    }

    /** @param polls canonical ones */
    static Dataset<Row> of(Dataset<Row> polls, int interval_s, int gap_s) {
        var rows = polls.select(
                        FlatPolls.DEVICE_TYPE.col(),
                        FlatPolls.DEVICE_ID.col(),
                        FlatPolls.QUERY_TIME.col(),
                        col(Polls.CODE))
                .queryExecution()
                .toRdd()
                .toJavaRDD()
                .mapPartitions(new PollRuns(interval_s, gap_s));
        return polls.sparkSession().createDataFrame(rows, SCHEMA);
    }

    private record Device(UTF8String type, UTF8String id) {}

    @Override
    public Iterator<Row> call(Iterator<InternalRow> polls) {
        var encoder = new RunEncoder(new PollTiming(interval_s, gap_s));
        Map<UTF8String, Map<UTF8String, Integer>> numbers = new HashMap<>();
        List<Device> devices = new ArrayList<>();
        while (polls.hasNext()) {
            InternalRow poll = polls.next();
            long second = Math.floorDiv(poll.getLong(2), MICROS);
            if (Runs.accepts(second)) {
                encoder.add(number(poll.getUTF8String(0), poll.getUTF8String(1), numbers, devices), second, (byte)
                        poll.getInt(3));
            }
        }
        Runs runs = encoder.take();
        return IntStream.range(0, runs.size())
                .mapToObj(i -> row(runs, i, devices.get(runs.device(i))))
                .iterator();
    }

    private static int number(
            UTF8String type, UTF8String id, Map<UTF8String, Map<UTF8String, Integer>> numbers, List<Device> devices) {
        Map<UTF8String, Integer> ofType = numbers.get(type);
        if (ofType == null) {
            ofType = new HashMap<>();
            numbers.put(type.clone(), ofType);
        }
        Integer number = ofType.get(id);
        if (number == null) {
            // the row's memory is used again for the next one
            Device device = new Device(type.clone(), id.clone());
            number = devices.size();
            devices.add(device);
            ofType.put(device.id(), number);
        }
        return number;
    }

    private static Row row(Runs runs, int i, Device device) {
        return RowFactory.create(
                device.type().toString(), device.id().toString(), runs.first(i), runs.last(i), runs.polls(i), (int)
                        runs.status(i));
    }
}
