package io.chargelake.jobs.status.occupancy;

import java.io.Serializable;
import java.util.Iterator;
import org.apache.spark.api.java.JavaRDD;

/** A source of polls, read in parts by many tasks. */
interface PollFeed {

    /** The polls of one task. */
    interface Part {
        /** Flushes the intake at the end. */
        void readInto(PollIntake intake);
    }

    /** What a task makes of its polls. */
    @FunctionalInterface
    interface Task<T> extends Serializable {
        Iterator<T> run(Part polls);
    }

    <T> JavaRDD<T> map(Task<T> task);

    /** At least the polls of these seconds, both inclusive: what can't hold any is not read. */
    PollFeed between(long firstSecond, long lastSecond);
}
