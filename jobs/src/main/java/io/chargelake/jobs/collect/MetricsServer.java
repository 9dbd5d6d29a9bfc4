package io.chargelake.jobs.collect;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.chargelake.jobs.lake.ExitCode;
import io.chargelake.jobs.lake.UserError;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Answers {@code GET /metrics} with the counts, and nothing else. */
final class MetricsServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "metrics");
        thread.setDaemon(true);
        return thread;
    });

    private MetricsServer(HttpServer server, Metrics metrics) {
        this.server = server;
        server.createContext("/metrics", exchange -> answer(exchange, metrics));
        server.setExecutor(threads);
        server.start();
    }

    static MetricsServer start(String host, int port, Metrics metrics) {
        try {
            return new MetricsServer(HttpServer.create(new InetSocketAddress(host, port), 16), metrics);
        } catch (IOException | IllegalArgumentException e) {
            throw new UserError(
                    ExitCode.USAGE,
                    "Cannot serve metrics at " + host + ":" + port + ": " + e.getMessage()
                            + " (--metrics-port, --metrics-host)",
                    e);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange, Metrics metrics) throws IOException {
        try (exchange) {
            boolean isAsked = exchange.getRequestURI().getPath().equals("/metrics");
            byte[] text = (isAsked ? metrics.text() : "").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
            exchange.sendResponseHeaders(isAsked ? 200 : 404, text.length == 0 ? -1 : text.length);
            exchange.getResponseBody().write(text);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
