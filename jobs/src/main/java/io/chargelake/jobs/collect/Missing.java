package io.chargelake.jobs.collect;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.chargelake.jobs.collect.api.Request;
import io.chargelake.jobs.collect.http.FetchFailure;

/**
 * A part of a poll that did not come.
 *
 * @param url without its query, which may say who asks
 * @param reason a stable code
 * @param file where what came instead is kept, if anything came
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Missing(String what, String url, String reason, String words, int attempts, String file) {

    static Missing of(Request request, FetchFailure why, int attempts) {
        return new Missing(request.what(), plain(request), why.code(), why.getMessage(), attempts, null);
    }

    Missing keptIn(String name) {
        return new Missing(what, url, reason, words, attempts, name);
    }

    static String plain(Request request) {
        return request.uri().getScheme() + "://" + request.uri().getRawAuthority()
                + request.uri().getRawPath();
    }
}
