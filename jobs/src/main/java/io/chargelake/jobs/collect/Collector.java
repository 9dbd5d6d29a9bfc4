package io.chargelake.jobs.collect;

import io.chargelake.jobs.collect.api.Api;
import io.chargelake.jobs.collect.api.Taken;
import io.chargelake.jobs.collect.http.Fetcher;
import io.chargelake.jobs.lake.StorageErrors;
import io.chargelake.jobs.lake.UserError;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** Polls one source, a poll at a time, and keeps what it answered. What goes wrong is noted and does not end it. */
final class Collector {

    /** Whom it asks and where it puts what it is told. */
    record Source(String name, Api api, Fetcher fetcher, RawStore store) {}

    /** How it asks. */
    record Manner(Schedule schedule, Patience patience, Etags etags) {}

    /** Whether the server is told what is known already. */
    enum Etags {
        SENT,
        LEFT_OUT
    }

    private final Source source;
    private final Manner manner;
    private final Pace pace;
    private final RandomGenerator random;
    private final Metrics metrics;
    private final Consumer<String> said;
    private final Throttle throttle = new Throttle();
    private final Map<URI, String> etags = new HashMap<>();

    Collector(Source source, Manner manner, Pace pace, RandomGenerator random, Metrics metrics, Consumer<String> said) {
        this.source = source;
        this.manner = manner;
        this.pace = pace;
        this.random = random;
        this.metrics = metrics;
        this.said = said;
    }

    /** Until the collector is asked to end; a poll that has begun ends with what it has. */
    void run() throws InterruptedException {
        begin();
        Schedule schedule = manner.schedule();
        Instant next = schedule.first(pace.now(), random);
        pause(next);
        while (!pace.isEnding()) {
            poll();
            Instant last = next;
            next = schedule.after(last, pace.now());
            pause(next);
            if (!pace.isEnding() && schedule.isBroken(last, pace.now())) {
                noteTime(last, pace.now());
            }
        }
    }

    /** One poll, for a scheduler: what could not be had at all is an error. */
    void once() throws InterruptedException {
        begin();
        pause(manner.schedule().first(pace.now(), random));
        if (pace.isEnding()) {
            return;
        }
        List<Missing> missing = poll();
        if (metrics.polls(Outcome.GAP) > 0) {
            throw UserError.retry("Cannot collect " + source.name() + ": there was no answer, " + words(missing)
                    + " (the gap is noted in " + source.store().root() + "; the next poll may succeed)");
        }
    }

    private void pause(Instant until) {
        while (!pace.isEnding() && pace.now().isBefore(until)) {
            pace.pause(Duration.between(pace.now(), until));
        }
    }

    /** What an earlier one left: files that are not whole, and the time since. */
    private void begin() {
        Instant now = pace.now();
        try {
            source.store().sweep(now.minus(Duration.ofHours(1)));
            source.store()
                    .last()
                    .filter(last -> manner.schedule().isBroken(last, now))
                    .ifPresent(last -> noteTime(last, now));
        } catch (IOException e) {
            throw StorageErrors.explain(e, source.store().root().toString(), StorageErrors.Access.WRITE);
        }
    }

    private void noteTime(Instant from, Instant until) {
        Instant missed = from.plus(manner.schedule().interval()).truncatedTo(ChronoUnit.SECONDS);
        said.accept(until.truncatedTo(ChronoUnit.SECONDS) + " " + source.name() + ": nobody polled since " + from);
        source.store()
                .remember(
                        missed,
                        RawStore.GAPS,
                        Note.notPolled(source.name(), missed, until.truncatedTo(ChronoUnit.SECONDS)));
        writeNotes();
    }

    private List<Missing> poll() throws InterruptedException {
        Instant started = pace.now();
        Instant time = started.truncatedTo(ChronoUnit.SECONDS);
        Map<URI, String> known = manner.etags() == Etags.SENT ? etags : Map.of();
        try (Polled polled =
                new Poll(source.api(), source.fetcher(), known, manner.patience(), throttle, pace, random).run()) {
            long stored = store(time, polled);
            Outcome outcome = Outcome.of(polled);
            tell(time, outcome, polled);
            Duration took = Duration.between(started, pace.now());
            metrics.poll(time, outcome, polled, stored, took);
            said.accept(line(time, outcome, polled, stored, took));
            return polled.allMissing();
        } catch (IOException e) {
            throw new IllegalStateException(e); // of closing a file of our own
        }
    }

    /** @return bytes written; what can't be written is missing, whatever was answered */
    private long store(Instant time, Polled polled) throws IOException {
        try {
            storeUnreadable(time, polled);
            long bytes = polled.answers.isEmpty() ? 0 : source.store().write(time, source.api(), polled.answers);
            polled.answers.forEach(this::rememberEtag);
            return bytes;
        } catch (IOException | RuntimeException e) {
            UserError why = StorageErrors.explain(e, source.store().root().toString(), StorageErrors.Access.WRITE);
            said.accept(why.getMessage());
            polled.lose("store", why.getMessage());
            return 0;
        }
    }

    private void storeUnreadable(Instant time, Polled polled) throws IOException {
        for (int i = 0; i < polled.unreadable.size(); i++) {
            Polled.Unreadable one = polled.unreadable.get(i);
            String file = source.store().writeUnreadable(time, i + 1, one.taken());
            polled.unreadable.set(
                    i, new Polled.Unreadable(one.taken(), one.missing().keptIn(file)));
        }
    }

    /** Of what is stored: only then the server may say that nothing changed. */
    private void rememberEtag(Taken stored) {
        URI asked = stored.request().uri();
        stored.answer().etag().ifPresentOrElse(tag -> etags.put(asked, tag), () -> etags.remove(asked));
    }

    private void tell(Instant time, Outcome outcome, Polled polled) {
        List<Missing> missing = polled.allMissing();
        if (!missing.isEmpty() || !polled.unchanged.isEmpty()) {
            String object = polled.answers.isEmpty() ? "" : source.store().name(time, ".json.gz");
            source.store()
                    .remember(
                            time,
                            missing.isEmpty() ? RawStore.UNCHANGED : RawStore.GAPS,
                            Note.of(source.name(), time, outcome, object, polled));
        }
        writeNotes();
    }

    /** Notes that can't be written wait for the next poll. */
    private void writeNotes() {
        try {
            source.store().writeNotes();
        } catch (IOException | RuntimeException e) {
            said.accept(StorageErrors.explain(e, source.store().root().toString(), StorageErrors.Access.WRITE)
                    .getMessage());
        }
    }

    private String line(Instant time, Outcome outcome, Polled polled, long stored, Duration took) {
        int all = polled.answers.size()
                + polled.unchanged.size()
                + polled.allMissing().size();
        return String.format(
                Locale.ROOT,
                "%s %s: %s, %d of %d answers%s, %,d bytes kept as %,d, %.1f s%s",
                time,
                source.name(),
                outcome.word(),
                polled.answers.size(),
                all,
                polled.unchanged.isEmpty() ? "" : " and " + polled.unchanged.size() + " unchanged",
                polled.receivedBytes(),
                stored,
                took.toMillis() / 1000.0,
                polled.allMissing().isEmpty() ? "" : "; missing " + words(polled.allMissing()));
    }

    private static String words(List<Missing> missing) {
        Missing first = missing.get(0);
        return first.what() + ": " + first.words()
                + (missing.size() > 1 ? ", and " + (missing.size() - 1) + " more" : "");
    }
}
