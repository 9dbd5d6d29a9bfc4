package io.chargelake.jobs.collect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.chargelake.jobs.collect.TestServer.Reply;
import io.chargelake.jobs.collect.http.Fetcher;
import io.chargelake.jobs.collect.http.Limits;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonCheckTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{\"a\": [1, {\"b\": null}]} | true",
                "[]                          | true",
                "\\u0020{}\\u000a            | true",
                "{\"a\": 1                   | false",
                "{} {}                       | false",
                "{}x                         | false",
                "\"text\"                    | false",
                "<html></html>               | false",
                "{\"a\": \"\\u0000\"}        | false",
                "\\ufeff{}                   | false",
                "{'a': 1}                    | false",
            })
    void oneDocumentAndNothingElse(String text, boolean isDocument) throws Exception {
        assertThat(check(unescaped(text).getBytes(UTF_8))).isEqualTo(isDocument);
    }

    @Test
    void otherEncodingsWouldBreakTheirNeighbours() throws Exception {
        assertThat(check("{\"ö\":1}".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)))
                .isFalse();
        assertThat(check("{\"ö\":1}".getBytes(java.nio.charset.StandardCharsets.UTF_16LE)))
                .isFalse();
        assertThat(check("{\"ö\":1}".getBytes(UTF_8))).isTrue();
    }

    private static String unescaped(String text) {
        return Pattern.compile("\\\\u([0-9a-f]{4})")
                .matcher(text)
                .replaceAll(m -> Character.toString(Integer.parseInt(m.group(1), 16)));
    }

    private static boolean check(byte[] body) throws Exception {
        var limits = new Limits(Duration.ofSeconds(5), Duration.ofSeconds(5), 1000);
        try (TestServer server = new TestServer(asked -> Reply.ok(body));
                var answer = new Fetcher(limits, Optional.empty(), InstantSource.system())
                        .get(server.uri("/"), Optional.empty(), Duration.ofSeconds(5))) {
            return JsonCheck.isDocument(answer.body().orElseThrow());
        }
    }
}
