package io.chargelake.jobs.collect.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.chargelake.jobs.collect.TestServer;
import io.chargelake.jobs.collect.TestServer.Asked;
import io.chargelake.jobs.collect.TestServer.Manner;
import io.chargelake.jobs.collect.TestServer.Reply;
import io.chargelake.jobs.collect.http.FetchFailure.Retry;
import io.chargelake.jobs.lake.SecretRef;
import io.chargelake.jobs.lake.UserError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FetcherTest {
    private static final Instant NOW = Instant.parse("2025-01-01T00:00:00Z");
    private static final Limits LIMITS = new Limits(Duration.ofSeconds(5), Duration.ofMillis(500), 1000);
    private static final String TOKEN = "canary-token";

    @TempDir
    Path folder;

    @Test
    void theBytesAreThoseOfTheServer() throws Exception {
        byte[] body = "{ \"k\": \"ö\" }\r\n".getBytes(UTF_8);
        assertThat(got(asked -> Reply.ok(body).with("ETag", "\"1\""))).isEqualTo(body);
    }

    @Test
    void compressionIsTakenAway() throws Exception {
        byte[] body = "{}".repeat(200).getBytes(UTF_8);
        assertThat(got(asked -> Reply.ok(gzip(body)).with("Content-Encoding", "gzip")))
                .isEqualTo(body);
    }

    @Test
    void whatGrowsTooLargeWhenUnpackedIsNotTaken() {
        FetchFailure failure =
                failure(asked -> Reply.ok(gzip(new byte[1_000_000])).with("Content-Encoding", "gzip"));
        assertThat(failure.code()).isEqualTo("too_large");
        assertThat(failure.retry()).isEqualTo(Retry.IS_USELESS);
    }

    @Test
    void aDamagedCompressedAnswerIsACutOne() {
        byte[] packed = gzip(new byte[500]);
        byte[] half = java.util.Arrays.copyOf(packed, packed.length - 9);
        assertThat(failure(asked -> Reply.ok(half).with("Content-Encoding", "gzip"))
                        .code())
                .isEqualTo("cut");
    }

    @ParameterizedTest
    @CsvSource({
        "1000, WHOLE, ",
        "1001, WHOLE, too_large",
        "900, CUT, cut",
        "900, DRIPPING, timeout",
    })
    void sizeAndTimeAreBounded(int bytes, Manner manner, String code) throws Exception {
        Function<Asked, Reply> replies = asked -> Reply.ok(new byte[bytes]).manner(manner);
        if (code == null) {
            assertThat(got(replies)).hasSize(bytes);
        } else {
            assertThat(failure(replies).code()).isEqualTo(code);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "500, MAY_HELP",
        "503, MAY_HELP",
        "429, MAY_HELP",
        "408, MAY_HELP",
        "404, IS_USELESS",
        "401, IS_USELESS",
        "204, IS_USELESS",
        "304, IS_USELESS",
    })
    void aStatusTellsWhetherToAskAgain(int status, Retry retry) {
        FetchFailure failure = failure(asked -> Reply.of(status));
        assertThat(failure.code()).isEqualTo("status_" + status);
        assertThat(failure.retry()).isEqualTo(retry);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "120                           | PT2M",
                "Wed, 01 Jan 2025 00:01:30 GMT | PT1M30S",
                "Tue, 31 Dec 2024 00:00:00 GMT | PT0S",
                "999999999                     | PT1H",
                "Fri, 01 Jan 2044 00:00:00 GMT | PT1H",
                "soon                          | ",
                "-5                            | ",
                "99999999999999                | ",
            })
    void aServerMayAskToBeLeftAlone(String header, Duration wait) {
        FetchFailure failure = failure(asked -> Reply.of(429).with("Retry-After", header));
        assertThat(failure.askedToWait()).isEqualTo(Optional.ofNullable(wait));
    }

    @Test
    void anUnchangedAnswerHasNoBody() throws Exception {
        try (TestServer server = new TestServer(asked -> Reply.of(asked.etag().equals("\"1\"") ? 304 : 500));
                Answer answer =
                        fetcher(Optional.empty()).get(server.uri("/"), Optional.of("\"1\""), Duration.ofSeconds(9))) {
            assertThat(answer.body()).isEmpty();
        }
    }

    @Test
    void aServerThatIsNotThereRefuses() throws Exception {
        URI gone;
        try (TestServer server = new TestServer(asked -> Reply.of(200))) {
            gone = server.uri("/");
        }
        assertThatThrownBy(() -> fetcher(Optional.empty()).get(gone, Optional.empty(), Duration.ofSeconds(9)))
                .hasMessage("the server refuses connections");
    }

    @Test
    void theTokenGoesToItsServerAlone() throws Exception {
        try (TestServer other = new TestServer(asked -> Reply.ok("{}".getBytes(UTF_8)));
                TestServer server = new TestServer(asked -> asked.path().equals("/here")
                        ? Reply.of(307).with("Location", "/there")
                        : Reply.of(307).with("Location", other.uri("/elsewhere").toString()))) {
            Credential credential = credential(server.uri("/"), Credential.Encoding.base64);
            fetcher(Optional.of(credential))
                    .get(server.uri("/here"), Optional.empty(), Duration.ofSeconds(9))
                    .close();
            assertThat(server.asked())
                    .extracting(Asked::token)
                    .containsOnly("Token Y2FuYXJ5LXRva2Vu")
                    .hasSize(2);
            assertThat(other.asked()).extracting(Asked::token).containsExactly("");
        }
    }

    @Test
    void olderServersTakeTheTokenAsItIs() throws Exception {
        try (TestServer server = new TestServer(asked -> Reply.ok("{}".getBytes(UTF_8)))) {
            fetcher(Optional.of(credential(server.uri("/"), Credential.Encoding.plain)))
                    .get(server.uri("/"), Optional.empty(), Duration.ofSeconds(9))
                    .close();
            assertThat(server.asked()).extracting(Asked::token).containsExactly("Token " + TOKEN);
        }
    }

    @Test
    void aTokenThatIsAwayForAMomentIsWaitedFor() throws Exception {
        try (TestServer server = new TestServer(asked -> Reply.ok("{}".getBytes(UTF_8)))) {
            Credential credential = credential(server.uri("/"), Credential.Encoding.plain);
            Files.delete(folder.resolve("token"));
            FetchFailure failure = catchThrowableOfType(FetchFailure.class, () -> fetcher(Optional.of(credential))
                    .get(server.uri("/"), Optional.empty(), Duration.ofSeconds(9)));
            assertThat(failure).hasMessage("the token can't be read");
            assertThat(failure.retry()).isEqualTo(Retry.MAY_HELP);
            assertThat(server.asked()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "\"a\"     | \"a\"",
                "W/\"a-1\" | W/\"a-1\"",
                "a         | ",
                "\"a b\"   | ",
            })
    void onlyAnEtagThatCanBeSentBackIsOne(String header, String etag) throws Exception {
        try (TestServer server =
                        new TestServer(asked -> Reply.ok("{}".getBytes(UTF_8)).with("ETag", header));
                Answer answer =
                        fetcher(Optional.empty()).get(server.uri("/"), Optional.empty(), Duration.ofSeconds(9))) {
            assertThat(answer.etag()).isEqualTo(Optional.ofNullable(etag));
        }
    }

    @Test
    void aTokenIsNotSentUnencryptedAndNeverTold() throws IOException {
        Path file = Files.writeString(folder.resolve("token"), TOKEN + " with spaces\n");
        assertThatThrownBy(() -> new Credential(
                        SecretRef.file(file.toString()),
                        Credential.Encoding.plain,
                        URI.create("http://example.org/"),
                        Map.of()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("not encrypted");
        assertThatThrownBy(() -> new Credential(
                        SecretRef.file(file.toString()),
                        Credential.Encoding.plain,
                        URI.create("https://example.org/"),
                        Map.of()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("has spaces")
                .hasMessageNotContaining("canary");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/again        | the server redirects more than 5 times",
                "ftp://host/x  | the server redirects to what is no address",
                "http://a b/   | the server redirects to what is no address",
            })
    void redirectsAreBounded(String location, String words) {
        FetchFailure failure = failure(asked -> Reply.of(301).with("Location", location));
        assertThat(failure).hasMessage(words);
        assertThat(failure.retry()).isEqualTo(Retry.IS_USELESS);
    }

    private static byte[] got(Function<Asked, Reply> replies) throws Exception {
        try (TestServer server = new TestServer(replies);
                Answer answer =
                        fetcher(Optional.empty()).get(server.uri("/"), Optional.empty(), Duration.ofSeconds(9))) {
            var bytes = new ByteArrayOutputStream();
            answer.body().orElseThrow().copyTo(bytes);
            return bytes.toByteArray();
        }
    }

    private static FetchFailure failure(Function<Asked, Reply> replies) {
        try (TestServer server = new TestServer(replies)) {
            return catchThrowableOfType(FetchFailure.class, () -> fetcher(Optional.empty())
                    .get(server.uri("/"), Optional.empty(), Duration.ofSeconds(9)));
        }
    }

    private static Fetcher fetcher(Optional<Credential> credential) {
        return new Fetcher(LIMITS, credential, InstantSource.fixed(NOW));
    }

    private Credential credential(URI server, Credential.Encoding encoding) throws IOException {
        Path file = Files.writeString(folder.resolve("token"), TOKEN + "\n");
        return new Credential(SecretRef.file(file.toString()), encoding, server, Map.of());
    }

    private static byte[] gzip(byte[] bytes) {
        try {
            var packed = new ByteArrayOutputStream();
            try (var out = new GZIPOutputStream(packed)) {
                out.write(bytes);
            }
            return packed.toByteArray();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
