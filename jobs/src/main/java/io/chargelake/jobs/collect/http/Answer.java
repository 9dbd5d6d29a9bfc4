package io.chargelake.jobs.collect.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Optional;

/**
 * What a server answered with status 200 or 304.
 *
 * @param from where it came from, behind all redirects
 * @param body empty when nothing changed since the answer whose ETag was sent
 */
public record Answer(URI from, HttpHeaders headers, Optional<Spool> body) implements AutoCloseable {

    /** One that may be sent back as it is; others are as good as none. */
    public Optional<String> etag() {
        return headers.firstValue("ETag").filter(tag -> tag.matches("(W/)?\"[\\x21\\x23-\\x7E]{0,1000}\""));
    }

    @Override
    public void close() throws IOException {
        if (body.isPresent()) {
            body.get().close();
        }
    }
}
