package io.chargelake.jobs.collect;

import io.chargelake.jobs.collect.api.Api;
import io.chargelake.jobs.collect.api.Request;
import io.chargelake.jobs.collect.api.Taken;
import io.chargelake.jobs.collect.http.Answer;
import io.chargelake.jobs.collect.http.FetchFailure;
import io.chargelake.jobs.collect.http.FetchFailure.Retry;
import io.chargelake.jobs.collect.http.Fetcher;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * One poll: a request after the other, in rounds. What fails waits until all others had their turn, so that one bad place does not
 * take the time of the good ones.
 */
final class Poll {
    private static final String NO_JSON = "no_json";

    private final Api api;
    private final Fetcher fetcher;
    private final Map<URI, String> etags;
    private final Patience patience;
    private final Throttle throttle;
    private final Pace pace;
    private final RandomGenerator random;
    private final Instant end;
    private final Polled polled = new Polled();
    private final Map<Request, FetchFailure> failed = new HashMap<>();

    /** @param etags of the answers that are stored, by address */
    Poll(
            Api api,
            Fetcher fetcher,
            Map<URI, String> etags,
            Patience patience,
            Throttle throttle,
            Pace pace,
            RandomGenerator random) {
        this.api = api;
        this.fetcher = fetcher;
        this.etags = etags;
        this.patience = patience;
        this.throttle = throttle;
        this.pace = pace;
        this.random = random;
        this.end = pace.now().plus(patience.whole());
    }

    Polled run() throws InterruptedException, IOException {
        List<Request> pending = api.first();
        for (int round = 1; !pending.isEmpty(); round++) {
            if (round > 1) {
                polled.retries += pending.size();
                pace.pause(least(patience.wait(round - 1, random), left()));
            }
            pending = round(pending, round);
        }
        return polled;
    }

    /** @return what to ask again */
    private List<Request> round(List<Request> asked, int round) throws InterruptedException, IOException {
        var queue = new ArrayDeque<>(asked);
        var again = new ArrayList<Request>();
        while (!queue.isEmpty()) {
            Request request = queue.remove();
            try {
                holdBack(request);
                Answer answer = fetcher.get(request.uri(), Optional.ofNullable(etags.get(request.uri())), left());
                take(new Taken(request, answer), round);
                api.next(request, answer).ifPresent(queue::add);
            } catch (FetchFailure why) {
                why.askedToWait().ifPresent(wait -> throttle.raise(pace.now().plus(wait)));
                if (why.retry() == Retry.MAY_HELP && round < patience.tries()) {
                    again.add(request);
                    failed.put(request, why);
                } else {
                    polled.missing.add(Missing.of(request, why, round));
                }
            }
        }
        return again;
    }

    private void holdBack(Request request) throws FetchFailure {
        Optional<FetchFailure> why = whyNot();
        if (why.isPresent()) {
            FetchFailure before = failed.get(request);
            throw before == null ? why.get() : before.andThen(why.get());
        }
    }

    /** Waits where the server asked for it and there is time. */
    private Optional<FetchFailure> whyNot() {
        Instant now = pace.now();
        if (throttle.until().isAfter(end)) {
            return Optional.of(FetchFailure.lasting(
                    "asked_to_wait", "the server wants to be left alone until " + throttle.until()));
        }
        if (throttle.until().isAfter(now)) {
            pace.pause(Duration.between(now, throttle.until()));
        }
        if (pace.isEnding()) {
            return Optional.of(FetchFailure.lasting("stopped", "the collector was asked to end"));
        }
        return pace.now().isBefore(end)
                ? Optional.empty()
                : Optional.of(FetchFailure.lasting("no_time", "the time for the poll was over (--poll-timeout)"));
    }

    /** An answer that is no JSON may be one that was cut: it is asked for again, and the last one is kept. */
    private void take(Taken taken, int round) throws FetchFailure, IOException {
        Answer answer = taken.answer();
        if (answer.body().isEmpty()) {
            polled.unchanged.add(taken.request());
        } else if (JsonCheck.isDocument(answer.body().get())) {
            polled.answers.add(taken);
        } else if (round < patience.tries()) {
            answer.close();
            throw FetchFailure.passing(NO_JSON, "the answer is no JSON object or list");
        } else {
            FetchFailure why = FetchFailure.lasting(NO_JSON, "the answer is no JSON object or list");
            polled.unreadable.add(new Polled.Unreadable(taken, Missing.of(taken.request(), why, round)));
        }
    }

    private Duration left() {
        Duration left = Duration.between(pace.now(), end);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private static Duration least(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
