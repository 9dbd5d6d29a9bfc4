package io.chargelake.jobs.lake;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Whether a job that goes on was asked to end. The process's own signals are SIGTERM and Ctrl-C: the first one asks, so that the job
 * ends as any other (its record written, exit code 0), a second one ends the process at once.
 */
public final class StopSignal implements AutoCloseable {
    private static final String[] SIGNALS = {"TERM", "INT"};

    private final CountDownLatch asked = new CountDownLatch(1);
    private final Map<Signal, SignalHandler> before = new LinkedHashMap<>();

    /** One that hears the signals of this process until it is closed. */
    public static StopSignal ofProcess() {
        StopSignal stop = new StopSignal();
        for (String name : SIGNALS) {
            Signal signal = new Signal(name);
            stop.before.put(signal, Signal.handle(signal, stop::hear));
        }
        return stop;
    }

    private void hear(Signal signal) {
        Signal.handle(signal, SignalHandler.SIG_DFL);
        request();
    }

    public void request() {
        asked.countDown();
    }

    public boolean isRequested() {
        return asked.getCount() == 0;
    }

    /** Waits, and no longer when it is asked for. */
    public void await(Duration atMost) {
        try {
            asked.await(Math.max(0, atMost.toMillis()), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            request();
        }
    }

    @Override
    public void close() {
        before.forEach(Signal::handle);
    }
}
