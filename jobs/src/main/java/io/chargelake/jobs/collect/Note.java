package io.chargelake.jobs.collect;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;

/**
 * What is to be told of a poll that did not bring everything, as a small JSON object beside the raw ones.
 *
 * @param poll when; the first of those missing where nobody polled
 * @param until empty but for a time in which nobody polled
 * @param object what is stored of it, if anything is
 * @param unchanged what the server said is as before
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Note(
        String source,
        String poll,
        String until,
        String outcome,
        String object,
        List<Missing> missing,
        List<String> unchanged) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Note of(String source, Instant poll, Outcome outcome, String object, Polled polled) {
        return new Note(
                source,
                poll.toString(),
                "",
                outcome.word(),
                object,
                polled.allMissing(),
                polled.unchanged.stream().map(request -> request.what()).toList());
    }

    static Note notPolled(String source, Instant from, Instant until) {
        return new Note(source, from.toString(), until.toString(), "not_polled", "", List.of(), List.of());
    }

    String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
