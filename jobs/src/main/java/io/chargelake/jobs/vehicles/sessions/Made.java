package io.chargelake.jobs.vehicles.sessions;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.sum;

import io.chargelake.jobs.tables.ChargeSession;
import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.Cycle;
import io.chargelake.jobs.tables.Table;
import io.chargelake.jobs.tables.Trip;
import io.chargelake.vehicle.SessionLimits;
import io.chargelake.vehicle.Span;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

/**
 * Everything one pass over the records makes: rows of which each holds one thing, a trip, a session, a cycle, a refused record, or
 * how many records a task read. Kept beside the lake until all tables are written; close it to give the space back.
 */
record Made(Dataset<Row> rows) implements AutoCloseable {
    static final int TRIP = 0;
    static final int SESSION = 1;
    static final int CYCLE = 2;
    static final int REFUSED = 3;
    static final int READ = 4;
    static final int COLUMNS = 5;

    static final Col RECORD_ID = Col.string("record_id");
    static final Col IS_DRIVE = Col.bool("is_drive");
    static final Col REASON = Col.string("reason");

    private static final List<StructType> TYPES = List.of(
            declared(Trip.TABLE),
            declared(ChargeSession.TABLE),
            declared(Cycle.TABLE),
            type(Stream.of(RECORD_ID, Trip.VEHICLE_ID, Trip.START_TIME, IS_DRIVE, REASON)));
    private static final StructType SCHEMA = new StructType()
            .add(Trip.TABLE.name(), TYPES.get(TRIP))
            .add(ChargeSession.TABLE.name(), TYPES.get(SESSION))
            .add(Cycle.TABLE.name(), TYPES.get(CYCLE))
            .add("refused", TYPES.get(REFUSED))
            .add("read", DataTypes.LongType);

    /** @param records as {@link Records} sorts them */
    static Made of(Dataset<Row> records, SessionLimits limits, Span period) {
        var rows = records.queryExecution()
                .toRdd()
                .toJavaRDD()
                .mapPartitions(new SessionTask(limits, period.start(), period.end()));
        SparkSession spark = (SparkSession) records.sparkSession();
        return new Made(spark.internalCreateDataFrame(rows.rdd(), SCHEMA, false));
    }

    Made kept() {
        return new Made(rows.persist(StorageLevel.MEMORY_AND_DISK()));
    }

    Dataset<Row> trips() {
        return things(TRIP);
    }

    Dataset<Row> sessions() {
        return things(SESSION);
    }

    Dataset<Row> cycles() {
        return things(CYCLE);
    }

    Dataset<Row> refused() {
        return things(REFUSED);
    }

    /** One row: records read, and those in trips, in sessions, refused. */
    Tally tally() {
        Row sums = rows.agg(
                        sum(column(READ)),
                        sum(column(TRIP).getField(Trip.DRIVES.name())),
                        sum(column(SESSION).getField(ChargeSession.CHARGES.name())),
                        count(column(REFUSED)))
                .head();
        return new Tally(whole(sums, 0), whole(sums, 1) + whole(sums, 2), whole(sums, 3));
    }

    /** How many records were refused, by reason. */
    Map<String, Long> reasons() {
        return refused().groupBy(REASON.col()).count().collectAsList().stream()
                .collect(Collectors.toMap(row -> row.getString(0), row -> row.getLong(1)));
    }

    /** Where the records that were read went. */
    record Tally(long read, long accepted, long refused) {}

    private Dataset<Row> things(int column) {
        String name = SCHEMA.fields()[column].name();
        return rows.where(column(column).isNotNull()).select(col(name + ".*"));
    }

    private static Column column(int index) {
        return col(SCHEMA.fields()[index].name());
    }

    private static long whole(Row row, int column) {
        return row.isNullAt(column) ? 0 : row.getLong(column);
    }

    private static StructType declared(Table table) {
        return type(table.columns().stream().filter(col -> !col.equals(Table.DAY)));
    }

    private static StructType type(Stream<Col> columns) {
        return new StructType(columns.map(Col::field).toArray(StructField[]::new));
    }

    @Override
    public void close() {
        rows.unpersist();
    }
}
