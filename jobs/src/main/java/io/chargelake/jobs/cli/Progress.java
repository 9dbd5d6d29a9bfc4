package io.chargelake.jobs.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkContext;
import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/**
 * One line a stage on a terminal: a bar, rows, time left. The launcher says by {@code -Dchargelake.terminal} whether stderr is one;
 * elsewhere nothing is printed. Stages of less than a second leave no line.
 */
final class Progress extends SparkListener implements AutoCloseable {
    private static final int WIDTH = 24;
    private static final long WORTH_A_LINE_MS = 1000;
    private static final long REDRAW_MS = 200;
    private static final String CLEAR = "\r\u001b[K";

    private final PrintStream out;
    private final boolean visible;
    private final Optional<SparkContext> context;
    private final Map<Integer, Stage> running = new ConcurrentSkipListMap<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "progress");
        thread.setDaemon(true);
        return thread;
    });

    static Progress on(SparkContext context) {
        boolean terminal = Boolean.parseBoolean(
                System.getProperty("chargelake.terminal", Boolean.toString(System.console() != null)));
        Progress progress = new Progress(System.err, terminal, Optional.of(context));
        context.addSparkListener(progress);
        return progress;
    }

    Progress(PrintStream out, boolean visible, Optional<SparkContext> context) {
        this.out = out;
        this.visible = visible;
        this.context = context;
        if (visible) {
            clock.scheduleAtFixedRate(this::redraw, REDRAW_MS, REDRAW_MS, TimeUnit.MILLISECONDS);
        }
    }

    /** A running stage, as counted by the listener's thread and drawn by the clock's. */
    private static final class Stage {
        final String name;
        final int tasks;
        final long startedMs;
        volatile int done;
        volatile long rows;

        Stage(String name, int tasks, long startedMs) {
            this.name = name;
            this.tasks = tasks;
            this.startedMs = startedMs;
        }
    }

    @Override
    public void onStageSubmitted(SparkListenerStageSubmitted submitted) {
        var info = submitted.stageInfo();
        String name = submitted.properties() == null
                ? info.name()
                : submitted.properties().getProperty("spark.job.description", info.name());
        running.put(info.stageId(), new Stage(name, info.numTasks(), nowMs()));
    }

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // only the listener's thread writes
    public void onTaskEnd(SparkListenerTaskEnd end) {
        Stage stage = running.get(end.stageId());
        TaskMetrics metrics = end.taskMetrics();
        if (stage != null && metrics != null) {
            stage.done++;
            stage.rows += metrics.inputMetrics().recordsRead()
                    + metrics.shuffleReadMetrics().recordsRead();
        }
    }

    @Override
    public void onStageCompleted(SparkListenerStageCompleted completed) {
        Stage stage = running.remove(completed.stageInfo().stageId());
        if (visible && stage != null && nowMs() - stage.startedMs >= WORTH_A_LINE_MS) {
            out.print(CLEAR + finished(stage.name, stage.rows, nowMs() - stage.startedMs) + "\n");
        }
    }

    private void redraw() {
        running.values().stream()
                .filter(stage -> nowMs() - stage.startedMs >= WORTH_A_LINE_MS)
                .reduce((older, newer) -> newer)
                .ifPresent(stage -> {
                    out.print(CLEAR + line(stage.name, stage.done, stage.tasks, stage.rows, nowMs() - stage.startedMs));
                    out.flush();
                });
    }

    static String line(String name, int done, int tasks, long rows, long elapsedMs) {
        int filled = tasks == 0 ? WIDTH : (int) ((long) WIDTH * done / tasks);
        String left = done == 0
                ? ""
                : String.format(Locale.ROOT, ", %.0f s left", elapsedMs / 1000.0 * (tasks - done) / done);
        return String.format(
                Locale.ROOT,
                "%-32.32s [%s%s] %d/%d, %,d rows%s",
                name,
                "=".repeat(filled),
                " ".repeat(WIDTH - filled),
                done,
                tasks,
                rows,
                left);
    }

    static String finished(String name, long rows, long elapsedMs) {
        return String.format(
                Locale.ROOT, "%-32.32s [%s] %,d rows in %.1f s", name, "=".repeat(WIDTH), rows, elapsedMs / 1000.0);
    }

    private static long nowMs() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }

    @Override
    public void close() {
        if (!clock.isShutdown()) {
            clock.shutdownNow();
            context.ifPresent(c -> c.removeSparkListener(this));
            if (visible) {
                out.print(CLEAR);
            }
        }
    }
}
