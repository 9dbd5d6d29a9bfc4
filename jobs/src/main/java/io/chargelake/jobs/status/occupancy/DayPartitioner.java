package io.chargelake.jobs.status.occupancy;

import org.apache.spark.Partitioner;

/** Neighbouring days to one task, so that a long history makes no more tasks than it needs. */
final class DayPartitioner extends Partitioner {
    private static final long serialVersionUID = 1;
    private static final int DAYS_A_TASK = 8;

    private final long firstDay;
    private final int partitions;

    DayPartitioner(Scope scope) {
        this.firstDay = scope.firstWritten();
        this.partitions = Math.toIntExact((scope.endWritten() - scope.firstWritten() - 1) / DAYS_A_TASK + 1);
    }

    @Override
    public int numPartitions() {
        return partitions;
    }

    @Override
    public int getPartition(Object day) {
        return (int) Math.floorMod(Math.floorDiv((Long) day - firstDay, (long) DAYS_A_TASK), (long) partitions);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DayPartitioner p && p.firstDay == firstDay && p.partitions == partitions;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(firstDay) + partitions;
    }
}
