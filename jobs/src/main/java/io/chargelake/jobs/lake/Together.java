package io.chargelake.jobs.lake;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Does some things side by side that wait more than they work. */
public final class Together {

    /** What they gave, in their order. All are ended when this returns, and if one failed, its failure is thrown. */
    static <T> List<T> all(List<Supplier<T>> things) {
        return all(things, things.size());
    }

    /** The same, a few at a time. */
    public static <T> List<T> all(List<Supplier<T>> things, int atOnce) {
        // threads begun here know Spark's session of this one
        ExecutorService threads = Executors.newFixedThreadPool(atOnce);
        try {
            List<Future<T>> begun =
                    things.stream().map(thing -> threads.submit(thing::get)).toList();
            List<T> given = new ArrayList<>();
            Throwable failure = null;
            for (Future<T> one : begun) {
                try {
                    given.add(one.get());
                } catch (ExecutionException e) {
                    failure = failure == null ? e.getCause() : failure;
                }
            }
            if (failure instanceof Error error) {
                throw error;
            }
            if (failure instanceof RuntimeException exception) {
                throw exception;
            }
            if (failure != null) {
                throw new IllegalStateException(failure); // Scala throws checked ones that no supplier declares
            }
            return given;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while writing", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private Together() {}
}
