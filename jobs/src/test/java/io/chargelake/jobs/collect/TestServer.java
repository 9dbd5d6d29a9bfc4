package io.chargelake.jobs.collect;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A real HTTP server that answers as a test says, be it badly. It keeps what it was asked. */
public final class TestServer implements AutoCloseable {

    /** How the body goes out. */
    public enum Manner {
        WHOLE,
        /** Half of it, then the connection is closed. */
        CUT,
        /** A byte now and then, for longer than anyone waits. */
        DRIPPING
    }

    /** An answer. */
    public record Reply(int status, Map<String, String> headers, byte[] body, Manner manner) {
        public static Reply of(int status) {
            return new Reply(status, Map.of(), new byte[0], Manner.WHOLE);
        }

        public static Reply ok(byte[] body) {
            return new Reply(200, Map.of(), body, Manner.WHOLE);
        }

        public Reply with(String header, String value) {
            var all = new java.util.HashMap<>(headers);
            all.put(header, value);
            return new Reply(status, all, body, manner);
        }

        public Reply manner(Manner other) {
            return new Reply(status, headers, body, other);
        }
    }

    /** A request; {@code token} and {@code etag} are empty where none was sent. */
    public record Asked(String path, String token, String etag) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    public TestServer(Function<Asked, Reply> replies) {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> answer(exchange, replies));
        server.setExecutor(threads);
        server.start();
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    public List<Asked> asked() {
        return asked;
    }

    private void answer(HttpExchange exchange, Function<Asked, Reply> replies) throws IOException {
        try (exchange) {
            Asked request = new Asked(
                    exchange.getRequestURI().toString(),
                    first(exchange, "Authorization"),
                    first(exchange, "If-None-Match"));
            asked.add(request);
            Reply reply = replies.apply(request);
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            long length = reply.body().length;
            exchange.sendResponseHeaders(reply.status(), length == 0 ? -1 : length);
            send(reply, exchange.getResponseBody());
        }
    }

    private static void send(Reply reply, OutputStream out) throws IOException {
        switch (reply.manner()) {
            case WHOLE -> out.write(reply.body());
            case CUT -> {
                out.write(reply.body(), 0, reply.body().length / 2);
                out.flush();
            }
            case DRIPPING -> drip(reply.body(), out);
        }
    }

    private static void drip(byte[] body, OutputStream out) throws IOException {
        try {
            for (int i = 0; i < 50; i++) {
                out.write(body[i]);
                out.flush();
                Thread.sleep(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String first(HttpExchange exchange, String header) {
        String value = exchange.getRequestHeaders().getFirst(header);
        return value == null ? "" : value;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
