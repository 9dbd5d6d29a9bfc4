package io.chargelake.jobs.dashboard;

import io.chargelake.jobs.dashboard.store.Store;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Looks every few seconds whether a run has left something new. What goes wrong then is told, and the last snapshot stays. */
final class Refresher implements AutoCloseable {
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread own = new Thread(task, "refresh");
        own.setDaemon(true);
        return own;
    });

    Refresher(Store store, Duration every, Consumer<String> say) {
        thread.scheduleWithFixedDelay(
                () -> refresh(store, say), every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void refresh(Store store, Consumer<String> say) {
        try {
            if (store.refresh()) {
                say.accept("The lake has something new; the dashboard shows it.");
            }
        } catch (RuntimeException e) {
            say.accept("Cannot show what is new in the lake yet, tried again in a moment: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
