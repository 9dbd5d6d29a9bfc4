package io.chargelake.jobs.vehicles.sessions;

import io.chargelake.jobs.tables.ChargeSession;
import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.Cycle;
import io.chargelake.jobs.tables.Table;
import io.chargelake.jobs.tables.Trip;
import io.chargelake.vehicle.SessionLimits;
import io.chargelake.vehicle.Span;
import java.util.stream.Stream;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

/**
 * Everything one pass over the records makes, packed by the day on which it begins. Kept, or shuffled to days, until all tables are
 * written; close it to give the space back.
 *
 * @param blocks as {@link DayBlocks} names them
 */
record Made(SparkSession spark, JavaPairRDD<Integer, byte[]> blocks) implements AutoCloseable {

    /** A kind of things, and its rows. */
    enum Kind {
        TRIP(declared(Trip.TABLE)),
        SESSION(declared(ChargeSession.TABLE)),
        CYCLE(declared(Cycle.TABLE)),
        REFUSED(type(Stream.of(RECORD_ID, Trip.VEHICLE_ID, Trip.START_TIME, IS_DRIVE, REASON)));

        private final StructType schema;

        Kind(StructType schema) {
            this.schema = schema;
        }
    }

    static final Col RECORD_ID = Col.string("record_id");
    static final Col IS_DRIVE = Col.bool("is_drive");
    static final Col REASON = Col.string("reason");

    /** @param records as {@link Records} sorts them */
    static Made of(Dataset<Row> records, SessionLimits limits, Span period) {
        JavaPairRDD<Integer, byte[]> blocks = records.queryExecution()
                .toRdd()
                .toJavaRDD()
                .mapPartitions(new SessionTask(limits, period.start(), period.end()))
                .mapToPair(block -> block);
        return new Made((SparkSession) records.sparkSession(), blocks);
    }

    /** For rows to be read more than once. */
    Made kept() {
        return new Made(spark, blocks.persist(StorageLevel.MEMORY_AND_DISK()));
    }

    /** The blocks of a day together. Spark keeps what it shuffles: it is made once, however often it is read. */
    Made byDay(int partitions) {
        return new Made(spark, blocks.partitionBy(new HashPartitioner(partitions)));
    }

    Dataset<Row> rows(Kind kind) {
        boolean refused = kind == Kind.REFUSED;
        var rows = blocks.filter(block -> DayBlocks.isRefused(block._1()) == refused)
                .flatMap(block -> MadeRows.of(block._2(), kind));
        return spark.internalCreateDataFrame(rows.rdd(), kind.schema, false);
    }

    Tally tally() {
        return blocks.map(block -> Tally.of(block._2())).fold(new Tally(), Tally::plus);
    }

    private static StructType declared(Table table) {
        return type(table.columns().stream().filter(col -> !col.equals(Table.DAY)));
    }

    private static StructType type(Stream<Col> columns) {
        return new StructType(columns.map(Col::field).toArray(StructField[]::new));
    }

    @Override
    public void close() {
        blocks.unpersist();
    }
}
