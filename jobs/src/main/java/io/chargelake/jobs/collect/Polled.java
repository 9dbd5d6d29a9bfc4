package io.chargelake.jobs.collect;

import io.chargelake.jobs.collect.api.Request;
import io.chargelake.jobs.collect.api.Taken;
import io.chargelake.jobs.collect.http.FetchFailure;
import io.chargelake.jobs.collect.http.Spool;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What one poll brought. Closing it gives the answers' space back. */
final class Polled implements AutoCloseable {

    /** An answer that is no JSON, beside its line among those that are missing. */
    record Unreadable(Taken taken, Missing missing) {}

    final List<Taken> answers = new ArrayList<>();
    final List<Unreadable> unreadable = new ArrayList<>();
    final List<Request> unchanged = new ArrayList<>();
    final List<Missing> missing = new ArrayList<>();
    int retries;

    long receivedBytes() {
        return answers.stream()
                .map(Taken::answer)
                .flatMap(answer -> answer.body().stream())
                .mapToLong(Spool::size)
                .sum();
    }

    /** Everything that did not come, or came in no form that can be read. */
    List<Missing> allMissing() {
        var all = new ArrayList<>(missing);
        unreadable.forEach(one -> all.add(one.missing()));
        return all;
    }

    /** What was answered could not be kept: it is missing like what was not. */
    void lose(String reason, String words) throws IOException {
        for (Taken taken : answers) {
            missing.add(Missing.of(taken.request(), FetchFailure.lasting(reason, words), 1));
            taken.answer().close();
        }
        answers.clear();
    }

    @Override
    public void close() throws IOException {
        for (Taken taken : answers) {
            taken.answer().close();
        }
        for (Unreadable one : unreadable) {
            one.taken().answer().close();
        }
    }
}
