package io.chargelake.jobs.dashboard.web;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Answers by what they depend on. Who asks for one that is just being made waits for it; those used least recently go when there are too many bytes. */
final class AnswerCache {
    private final long mostBytes;
    private final Map<String, Body> made = new LinkedHashMap<>(64, 0.75f, true);
    private final Map<String, CompletableFuture<Body>> making = new ConcurrentHashMap<>();
    private long bytes;

    AnswerCache(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    synchronized Optional<Body> get(String key) {
        return Optional.ofNullable(made.get(key));
    }

    Body get(String key, Supplier<Body> how) {
        Optional<Body> known = get(key);
        if (known.isPresent()) {
            return known.get();
        }
        CompletableFuture<Body> mine = new CompletableFuture<>();
        CompletableFuture<Body> others = making.putIfAbsent(key, mine);
        return others == null ? make(key, how, mine) : wait(others);
    }

    private Body make(String key, Supplier<Body> how, CompletableFuture<Body> mine) {
        try {
            Body body = how.get();
            put(key, body);
            mine.complete(body);
            return body;
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            making.remove(key);
        }
    }

    private static Body wait(CompletableFuture<Body> others) {
        try {
            return others.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException own ? own : e;
        }
    }

    private synchronized void put(String key, Body body) {
        Body before = made.put(key, body);
        bytes += body.size() - (before == null ? 0 : before.size());
        Iterator<Body> oldest = made.values().iterator();
        while (bytes > mostBytes && made.size() > 1) {
            bytes -= oldest.next().size();
            oldest.remove();
        }
    }
}
