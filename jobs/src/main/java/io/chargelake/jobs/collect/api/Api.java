package io.chargelake.jobs.collect.api;

import io.chargelake.jobs.collect.http.Answer;
import io.chargelake.jobs.collect.http.FetchFailure;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** How an API is polled. */
public interface Api {

    /** What a poll begins with. */
    List<Request> first();

    /** What an answer leads to, if there is more. */
    Optional<Request> next(Request asked, Answer answer) throws FetchFailure;

    /** Writes the answers to one poll as one object in which each stands as it was received; each is JSON, and none is without body. */
    void join(List<Taken> answers, OutputStream out) throws IOException;
}
