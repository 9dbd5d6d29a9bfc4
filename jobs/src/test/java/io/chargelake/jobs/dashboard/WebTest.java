package io.chargelake.jobs.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargelake.jobs.lake.TableFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the server lets in and out. */
class WebTest {
    @TempDir
    static Path folder;

    private static Served served;

    @BeforeAll
    static void start() {
        served = Served.of(new Town(folder.resolve("lake"), TableFormat.DELTA)
                .withEverything()
                .folder());
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void everyAnswerForbidsWhatIsNotOurs() {
        for (String path :
                List.of("/", "/api/meta", "/api/nothing", "/nothing", "/lib/echarts.min.js", "/api/health")) {
            HttpResponse<String> answer = served.get(path);
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
            assertThat(answer.headers().firstValue("Cross-Origin-Resource-Policy"))
                    .hasValue("same-origin");
            assertThat(answer.headers().firstValue("Cache-Control")).isPresent();
            assertThat(answer.headers().firstValue("Server"))
                    .as("says nothing of itself")
                    .isEmpty();
        }
    }

    @Test
    void thePageNamesNoOtherHost() {
        String page = served.get("/").body();
        assertThat(page).contains("app/main.js").doesNotContain("http://", "https://", "//cdn");
    }

    @Test
    void noPathLeadsOutOfThePage() throws IOException {
        for (String path : List.of(
                "/../../etc/passwd",
                "/..%2f..%2fetc%2fpasswd",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/app/../../log4j2.properties",
                "/app/..;/log4j2.properties",
                "/lib/..\\..\\conf",
                "//etc/passwd",
                "/log4j2.properties",
                "/lib/leaflet/1.9.4/package.json",
                "/api/../log4j2.properties",
                "/%00",
                "/app/main.js%00.html",
                "/WEB-INF/web.xml")) {
            String answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            assertThat(answer)
                    .as(path)
                    .matches("(?s)HTTP/1.1 4\\d\\d .*")
                    .doesNotContain("root:", "rootLogger", "at io.");
        }
    }

    @Test
    void aThousandRequestsOfNonsenseAreRefusedKindly() throws IOException {
        Random random = new Random(20_250_331);
        for (int i = 0; i < 1_000; i++) {
            String path = nonsense(random);
            String answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            assertThat(answer).as(path).matches("(?s)HTTP/1.1 [24]\\d\\d .*").doesNotContain("Exception", "\tat ");
        }
        assertThat(served.faults()).isEmpty();
    }

    private static final List<String> PATHS = List.of(
            "/api/meta",
            "/api/network",
            "/api/occupancy",
            "/api/forecast",
            "/api/anomalies",
            "/api/vehicles",
            "/api/fleet",
            "/api/data",
            "/api/",
            "/api",
            "/api/health",
            "/",
            "/app/",
            "/signin");
    private static final List<String> NAMES = List.of(
            "level",
            "key",
            "from",
            "to",
            "city",
            "operator",
            "country",
            "state",
            "kind",
            "type",
            "vehicles",
            "mix",
            "profile",
            "site_kw",
            "grid",
            "tariff",
            "strategy",
            "compare",
            "solar_kw",
            "v2g",
            "seed",
            "token",
            "x",
            "",
            "%00",
            "__proto__");
    private static final List<String> VALUES = List.of(
            "",
            "all",
            "city",
            "station",
            "point",
            "K%C3%B6ln",
            "P1",
            "2025-03-30",
            "2025-13-99",
            "0000-00-00",
            "-1",
            "50",
            "2001",
            "1e9",
            "NaN",
            "Infinity",
            "0x10",
            "1.5",
            "%27%20OR%201=1--",
            "%22;DROP%20TABLE%20kpi;",
            "%00",
            "%zz",
            "%",
            "%F0%9F%94%8C",
            "%ED%A0%80",
            "../..",
            "uncontrolled",
            "peak-shaving",
            "onee-2024",
            "LV",
            "residential",
            "999999999999999999999",
            "a".repeat(300),
            "%0d%0aX-Evil:1",
            "$1",
            "?",
            "''");

    private static String nonsense(Random random) {
        StringBuilder path = new StringBuilder(PATHS.get(random.nextInt(PATHS.size())));
        if (random.nextInt(8) == 0) {
            path.append((char) ('!' + random.nextInt(94))).append(random.nextInt());
        }
        int pairs = random.nextInt(4);
        for (int i = 0; i < pairs; i++) {
            path.append(i == 0 ? '?' : '&')
                    .append(NAMES.get(random.nextInt(NAMES.size())))
                    .append(random.nextInt(9) == 0 ? "" : "=")
                    .append(VALUES.get(random.nextInt(VALUES.size())));
        }
        return path.toString().replace(' ', '+');
    }

    @Test
    void whatIsNoRequestGetsAnAnswerWithoutAStack() throws IOException {
        for (String nonsense : List.of(
                "GARBAGE\r\n\r\n",
                "GET / HTTP/9.9\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n")) {
            assertThat(raw(nonsense))
                    .matches("(?s)HTTP/1.1 (4\\d\\d|505) .*")
                    .contains("Content-Security-Policy")
                    .doesNotContain("\tat ", "Exception");
        }
    }

    @Test
    void itOnlyReads() {
        for (String method : List.of("POST", "PUT", "DELETE", "PATCH", "OPTIONS")) {
            assertThat(served.send(served.request("/api/meta").method(method, HttpRequest.BodyPublishers.noBody()))
                            .statusCode())
                    .isEqualTo(405);
        }
    }

    @Test
    void anotherSitesNameIsNotAnswered() throws IOException {
        assertThat(raw("GET /api/meta HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ");
        assertThat(raw("GET /api/health HTTP/1.1\r\nHost: localhost:8080\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ");
    }

    @Test
    void whatDidNotChangeIsNotSentAgain() {
        HttpResponse<String> first = served.get("/api/network");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = served.send(served.request("/api/network").header("If-None-Match", tag));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        HttpResponse<String> packed = served.send(served.request("/api/network").header("Accept-Encoding", "gzip"));
        assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
    }

    @Test
    void aRefusalSaysWhatIsAllowed() {
        assertThat(served.get("/api/occupancy?level=moon").body())
                .isEqualTo("{\"error\":\"Parameter level is one of all, city, operator, station, point, connector.\"}");
        assertThat(served.get("/api/fleet?vehicles=49").body())
                .isEqualTo("{\"error\":\"Parameter vehicles is a whole number from 50 to 2000.\"}");
        assertThat(served.get("/api/network?city=Bonn&operator=x").statusCode()).isEqualTo(400);
        assertThat(served.get("/api/occupancy?from=2025-02-01&to=2025-01-01").statusCode())
                .isEqualTo(400);
        assertThat(served.get("/api/moon").statusCode()).isEqualTo(404);
        assertThat(served.get("/api/moon").body()).contains("/api/network", "/api/health");
    }

    @Test
    void noVehicleIsNamedAnywhere() {
        for (String page : List.of("meta", "vehicles", "vehicles?type=car", "vehicles?type=van", "data")) {
            assertThat(served.get("/api/" + page).body()).as(page).doesNotContain("VIN-");
        }
        assertThat(served.get("/api/vehicles?type=taxi").statusCode())
                .as("three vehicles")
                .isEqualTo(400);
        assertThat(Served.rows(served.answer("vehicles"), "types", "type", "suppressed"))
                .contains("taxi | true");
    }

    @Test
    void plansAreComputedForWhoWaits() {
        try (Served own = Served.of(folder.resolve("lake"))) {
            int refused = 0;
            for (int seed = 0; seed < 25; seed++) {
                HttpResponse<String> answer = own.get("/api/fleet?vehicles=50&seed=" + seed);
                if (answer.statusCode() == 429) {
                    refused++;
                    assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
                }
            }
            assertThat(refused).isEqualTo(5);
            assertThat(own.get("/api/fleet?vehicles=50&seed=0").statusCode())
                    .as("known already")
                    .isEqualTo(200);
            assertThat(own.get("/api/network").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aTokenOpensIt() {
        try (Served guarded = Served.guarded(folder.resolve("lake"), "s3cret")) {
            assertThat(guarded.get("/api/meta").statusCode()).isEqualTo(401);
            assertThat(guarded.get("/api/meta?token=s3cret").statusCode()).isEqualTo(401);
            assertThat(guarded.get("/api/health").statusCode()).isEqualTo(200);
            assertThat(guarded.get("/signin").body()).contains("<form method=\"post\"");
            assertThat(guarded.send(guarded.request("/api/meta").header("Authorization", "Bearer wrong"))
                            .statusCode())
                    .isEqualTo(401);
            assertThat(guarded.send(guarded.request("/api/meta").header("Authorization", "Bearer s3cret"))
                            .statusCode())
                    .isEqualTo(200);
            HttpResponse<String> wrong = signIn(guarded, "wrong");
            assertThat(wrong.statusCode()).isEqualTo(303);
            assertThat(wrong.headers().firstValue("Set-Cookie")).isEmpty();
            String cookie =
                    signIn(guarded, "s3cret").headers().firstValue("Set-Cookie").orElseThrow();
            assertThat(cookie).contains("HttpOnly", "SameSite=Strict").doesNotContain("s3cret");
            assertThat(guarded.send(guarded.request("/api/meta").header("Cookie", cookie.split(";", 2)[0]))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(guarded.send(guarded.request("/api/meta").header("Cookie", "chargelake=00"))
                            .statusCode())
                    .isEqualTo(401);
            for (int i = 0; i < 3; i++) {
                signIn(guarded, "guess" + i);
            }
            assertThat(signIn(guarded, "s3cret").statusCode())
                    .as("too many tries")
                    .isEqualTo(429);
        }
    }

    private static HttpResponse<String> signIn(Served guarded, String token) {
        return guarded.send(guarded.request("/signin").POST(HttpRequest.BodyPublishers.ofString("token=" + token)));
    }

    /** As a client would write it that checks nothing. */
    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", served.port())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.UTF_8));
            out.flush();
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
