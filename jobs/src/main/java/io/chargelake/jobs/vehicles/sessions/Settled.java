package io.chargelake.jobs.vehicles.sessions;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.classic.SparkSession;

/** Rows whose plan is settled: what is built on them does not analyse their plan again, which grows with every reuse. */
final class Settled {

    /** The same rows, kept until unpersisted; lost parts are still computed again. */
    static Dataset<Row> of(Dataset<Row> rows) {
        SparkSession spark = (SparkSession) rows.sparkSession();
        return spark.internalCreateDataFrame(rows.queryExecution().toRdd(), rows.schema(), false)
                .persist();
    }

    private Settled() {}
}
