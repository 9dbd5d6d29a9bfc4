package io.chargelake.jobs.collect.http;

import io.chargelake.jobs.lake.CodeVersion;
import io.chargelake.jobs.lake.UserError;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;

/** Gets answers from servers that may be slow, cut them, send them elsewhere, or send too much. */
public final class Fetcher {
    private static final int MOST_REDIRECTS = 5;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> WORTH_ANOTHER_TRY = Set.of(408, 425, 429);
    private static final String GZIP = "gzip";

    private final HttpClient client;
    private final Limits limits;
    private final Optional<Credential> credential;
    private final InstantSource clock;

    public Fetcher(Limits limits, Optional<Credential> credential, InstantSource clock) {
        this.client = HttpClient.newBuilder()
                .connectTimeout(limits.connect())
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        this.limits = limits;
        this.credential = credential;
        this.clock = clock;
    }

    /**
     * @param etag of the last answer, where there is one: the server may say that nothing changed
     * @param atMost time left, where that is less than an answer's
     */
    public Answer get(URI uri, Optional<String> etag, Duration atMost) throws FetchFailure, InterruptedException {
        URI at = uri;
        for (int hops = 0; hops <= MOST_REDIRECTS; hops++) {
            HttpResponse<Spool> response = send(request(at, etag), atMost);
            if (!REDIRECTS.contains(response.statusCode())) {
                return answer(at, response, etag);
            }
            at = target(at, response);
        }
        throw FetchFailure.lasting("redirects", "the server redirects more than " + MOST_REDIRECTS + " times");
    }

    private HttpRequest request(URI uri, Optional<String> etag) throws FetchFailure {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .header("Accept", "application/json")
                .header("Accept-Encoding", GZIP)
                .header("User-Agent", "chargelake/" + CodeVersion.CURRENT);
        etag.ifPresent(tag -> request.header("If-None-Match", tag));
        token(uri).ifPresent(token -> request.header("Authorization", token));
        return request.build();
    }

    /** A file that is just being changed may be missing for a moment. */
    private Optional<String> token(URI uri) throws FetchFailure {
        try {
            return credential.flatMap(known -> known.header(uri));
        } catch (UserError e) {
            throw FetchFailure.passing("token", "the token can't be read");
        }
    }

    /** The whole answer within its time: a server that sends a byte now and then is as slow as one that sends none. */
    private HttpResponse<Spool> send(HttpRequest request, Duration atMost) throws FetchFailure, InterruptedException {
        Duration time = atMost.compareTo(limits.answer()) < 0 ? atMost : limits.answer();
        CompletableFuture<HttpResponse<Spool>> response = client.sendAsync(request, this::body);
        try {
            return response.get(Math.max(1, time.toMillis()), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            response.cancel(true);
            throw FetchFailure.passing(
                    "timeout", "there was no whole answer within " + time.toMillis() / 1000.0 + " s");
        } catch (InterruptedException e) {
            response.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        }
    }

    private HttpResponse.BodySubscriber<Spool> body(HttpResponse.ResponseInfo info) {
        if (info.statusCode() != 200) {
            return BodySubscribers.replacing(null);
        }
        try {
            return new SpoolBody(new Spool(limits.maxBytes()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Answer answer(URI from, HttpResponse<Spool> response, Optional<String> etag) throws FetchFailure {
        int status = response.statusCode();
        if (status == 304 && etag.isPresent()) {
            return new Answer(from, response.headers(), Optional.empty());
        }
        if (status == 200) {
            return new Answer(from, response.headers(), Optional.of(decoded(response)));
        }
        if (status >= 500 || WORTH_ANOTHER_TRY.contains(status)) {
            throw FetchFailure.busy(
                    status,
                    response.headers()
                            .firstValue("Retry-After")
                            .flatMap(header -> RetryAfter.parse(header, clock.instant())));
        }
        throw FetchFailure.lasting("status_" + status, "the server answered " + status);
    }

    /** Compression is the way it came, not what was said. */
    private Spool decoded(HttpResponse<Spool> response) throws FetchFailure {
        String encoding = response.headers().firstValue("Content-Encoding").orElse("identity");
        if (encoding.equalsIgnoreCase("identity")) {
            return response.body();
        }
        try (Spool packed = response.body()) {
            if (!encoding.equalsIgnoreCase(GZIP)) {
                throw FetchFailure.lasting(
                        "encoding", "the answer is encoded as '" + encoding + "' (gzip was asked for)");
            }
            try (GZIPInputStream plain = new GZIPInputStream(packed.open())) {
                return Spool.of(plain, limits.maxBytes());
            }
        } catch (ZipException | java.io.EOFException e) {
            throw FetchFailure.passing("cut", "the compressed answer is damaged or cut off");
        } catch (IOException e) {
            throw FetchFailure.lasting("local_disk", "the answer can't be kept on the local disk: " + e.getMessage());
        }
    }

    private static URI target(URI from, HttpResponse<Spool> response) throws FetchFailure {
        String location = response.headers().firstValue("Location").orElse("");
        URI to;
        try {
            to = from.resolve(location);
        } catch (IllegalArgumentException e) {
            throw FetchFailure.lasting("redirects", "the server redirects to what is no address");
        }
        boolean isWeb = "https".equals(to.getScheme()) || "http".equals(to.getScheme());
        if (location.isBlank() || !isWeb || to.getHost() == null) {
            throw FetchFailure.lasting("redirects", "the server redirects to what is no address");
        }
        if ("https".equals(from.getScheme()) && "http".equals(to.getScheme())) {
            throw FetchFailure.lasting("redirects", "the server redirects from https to http");
        }
        return to;
    }

    /** Own words: those of exceptions may hold what was sent. */
    private static FetchFailure failure(Throwable error) {
        if (has(error, FetchFailure.class)) {
            return causes(error)
                    .filter(FetchFailure.class::isInstance)
                    .map(FetchFailure.class::cast)
                    .findFirst()
                    .orElseThrow();
        }
        if (has(error, HttpConnectTimeoutException.class)) {
            return FetchFailure.passing("connect", "the server accepts no connection in time");
        }
        if (has(error, UnknownHostException.class) || has(error, UnresolvedAddressException.class)) {
            return FetchFailure.passing("connect", "the server's name is not known");
        }
        if (has(error, ConnectException.class)) {
            return FetchFailure.passing("connect", "the server refuses connections");
        }
        if (has(error, SSLException.class)) {
            return FetchFailure.passing("tls", "there is no trusted encrypted connection to the server");
        }
        return FetchFailure.passing("cut", "the connection broke before the answer was whole");
    }

    private static boolean has(Throwable error, Class<? extends Throwable> type) {
        return causes(error).anyMatch(type::isInstance);
    }

    private static Stream<Throwable> causes(Throwable error) {
        return Stream.iterate(error, e -> e != null, Throwable::getCause);
    }
}
