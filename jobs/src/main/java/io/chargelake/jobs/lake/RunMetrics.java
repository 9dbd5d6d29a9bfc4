package io.chargelake.jobs.lake;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Sums what the tasks of a run cost. */
public final class RunMetrics extends SparkListener {
    private final AtomicLong shuffled = new AtomicLong();
    private final AtomicLong peakMemory = new AtomicLong();

    @Override
    public void onTaskEnd(SparkListenerTaskEnd end) {
        TaskMetrics metrics = end.taskMetrics();
        if (metrics != null) {
            shuffled.addAndGet(metrics.shuffleWriteMetrics().bytesWritten());
            peakMemory.accumulateAndGet(metrics.peakExecutionMemory(), Math::max);
        }
    }

    public RunRecord.Metrics read() {
        return new RunRecord.Metrics(shuffled.get(), peakMemory.get());
    }
}
