package io.chargelake.jobs.collect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chargelake.jobs.collect.TestServer.Reply;
import io.chargelake.jobs.lake.UserError;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsTest {
    @TempDir
    Path folder;

    @Test
    void countsAreServedAsPrometheusReadsThem() throws Exception {
        Instant start = Instant.parse("2025-01-01T00:00:00Z");
        CollectorSetup setup = new CollectorSetup(folder, new QuickPace(start, start.plus(Duration.ofMinutes(15))));
        try (TestServer server = new TestServer(asked ->
                        asked.path().equals("/kiel") ? Reply.of(500) : Reply.ok("{\"data\":[]}".getBytes(UTF_8)));
                MetricsServer served = MetricsServer.start("127.0.0.1", 0, setup.metrics())) {
            setup.collector(CollectorSetup.cities(server, "bonn", "kiel"), Optional.empty(), line -> {})
                    .run();
            assertThat(get(served, "/metrics").body())
                    .contains("# TYPE chargelake_collect_polls_total counter\n")
                    .contains("chargelake_collect_polls_total{source=\"test\",outcome=\"partial\"} 2\n")
                    .contains("chargelake_collect_failures_total{source=\"test\",reason=\"status_500\"} 2\n")
                    .contains("chargelake_collect_retries_total{source=\"test\"} 4\n")
                    .contains("chargelake_collect_received_bytes_total{source=\"test\"} 22\n")
                    .contains("chargelake_collect_last_success_timestamp_seconds{source=\"test\"} 1735690200\n")
                    .contains("chargelake_collect_poll_duration_seconds_bucket{source=\"test\",le=\"+Inf\"} 2\n");
            assertThat(get(served, "/metricsandmore").statusCode()).isEqualTo(404);
            assertThatThrownBy(() -> MetricsServer.start("127.0.0.1", served.port(), setup.metrics()))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("--metrics-port");
        }
    }

    private static HttpResponse<String> get(MetricsServer served, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + served.port() + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
