package io.chargelake.jobs.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chargelake.jobs.dashboard.published.PublishedTables;
import io.chargelake.jobs.dashboard.published.RunFiles;
import io.chargelake.jobs.dashboard.store.Store;
import io.chargelake.jobs.dashboard.web.Api;
import io.chargelake.jobs.dashboard.web.Assets;
import io.chargelake.jobs.dashboard.web.Web;
import io.chargelake.jobs.lake.Days;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.lake.Settings;
import io.chargelake.jobs.lake.Storage;
import io.chargelake.jobs.testing.TestSpark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The dashboard of a lake on a free port, without a session of its own; its clock stands still. */
final class Served implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Store store;
    private final Api api;
    private final Web web;
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Exception> faults = Collections.synchronizedList(new ArrayList<>());

    private Served(Run run, Optional<String> token) {
        this.store = Store.open(
                new Store.Origin(
                        PublishedTables.of(run),
                        new RunFiles(run.storage(), run.context().lakeRoot(), run::say),
                        run.storage()),
                run.settings().zone(),
                line -> {});
        this.api = new Api(store, run.settings(), token.isPresent() ? Api.Access.GUARDED : Api.Access.OPEN);
        InstantSource still = InstantSource.fixed(Instant.parse("2025-04-02T00:00:00Z"));
        this.web = Web.start(api, Assets.read(), new Web.Manner("127.0.0.1", 0, token, still, faults::add));
    }

    static Served of(Path lake) {
        return of(Storage.uri(lake.toString()), TestSpark.settings());
    }

    static Served guarded(Path lake, String token) {
        return new Served(run(Storage.uri(lake.toString()), TestSpark.settings()), Optional.of(token));
    }

    static Served of(URI lake, Settings settings) {
        return new Served(run(lake, settings), Optional.empty());
    }

    private static Run run(URI lake, Settings settings) {
        var context = new Run.Context("dashboard", "test", Instant.EPOCH, Map.of(), Days.ALL, settings, lake);
        return Run.plain(context, Storage.withoutSession(settings, Map.of()), System.out);
    }

    Store store() {
        return store;
    }

    Api api() {
        return api;
    }

    int port() {
        return web.port();
    }

    /** What went wrong within. */
    List<Exception> faults() {
        return List.copyOf(faults);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> get(String path) {
        return send(request(path));
    }

    JsonNode answer(String path) {
        HttpResponse<String> response = get("/api/" + path);
        if (response.statusCode() != 200) {
            throw new AssertionError(path + ": " + response.statusCode() + " " + response.body() + " " + faults);
        }
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A table of an answer, a line a row, by some of its columns. */
    static List<String> rows(JsonNode answer, String table, String... columns) {
        JsonNode of = answer.path("tables").path(table);
        List<String> names = new ArrayList<>();
        of.path("columns").forEach(column -> names.add(column.path("name").asText()));
        List<String> rows = new ArrayList<>();
        of.path("rows").forEach(row -> {
            List<String> cells = new ArrayList<>();
            for (String column : columns) {
                cells.add(row.get(names.indexOf(column)).asText());
            }
            rows.add(String.join(" | ", cells));
        });
        return rows;
    }

    @Override
    public void close() {
        web.close();
        store.close();
    }
}
