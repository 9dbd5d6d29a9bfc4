package io.chargelake.jobs.dashboard.web;

import io.chargelake.jobs.dashboard.pages.Refusal;
import io.chargelake.jobs.lake.ExitCode;
import io.chargelake.jobs.lake.UserError;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.util.JavalinBindException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The server: files of the page, answers below {@code /api/}, and nothing else. It only ever reads. */
public final class Web implements AutoCloseable {
    private static final int THREADS = 64;
    private static final String API = "/api/";
    private static final String HEALTH = "/api/health";
    private static final String SIGN_IN = "/signin";
    private static final Body HEALTHY = Body.json("{\"status\":\"ok\"}");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final double FLEET_BURST = 20;
    private static final double FLEET_PER_SECOND = 2;
    private static final double SIGN_IN_BURST = 5;
    private static final double SIGN_IN_PER_SECOND = 0.1;

    private final Api api;
    private final Assets assets;
    private final Manner manner;
    private final RateLimit fleetLimit;
    private final RateLimit signInLimit;
    private final Javalin server;

    /**
     * How it serves.
     *
     * @param token that opens it; empty for all who reach it
     * @param fault told of what went wrong within
     */
    public record Manner(
            String host, int port, Optional<String> token, InstantSource clock, Consumer<Exception> fault) {}

    private Web(Api api, Assets assets, Manner manner) {
        this.api = api;
        this.assets = assets;
        this.manner = manner;
        this.fleetLimit = new RateLimit(FLEET_BURST, FLEET_PER_SECOND, manner.clock());
        this.signInLimit = new RateLimit(SIGN_IN_BURST, SIGN_IN_PER_SECOND, manner.clock());
        this.server = server();
    }

    public static Web start(Api api, Assets assets, Manner manner) {
        Web web = new Web(api, assets, manner);
        try {
            web.server.start(manner.host(), manner.port());
        } catch (JavalinBindException e) {
            throw new UserError(
                    ExitCode.USAGE,
                    "Cannot serve the dashboard at " + manner.host() + ":" + manner.port()
                            + ": the address is in use or none of this machine (--host, --port; --port 0 takes a free one)",
                    e);
        }
        return web;
    }

    public int port() {
        return server.port();
    }

    private Javalin server() {
        Optional<Token> token = manner.token().map(Token::new);
        Javalin javalin = Javalin.create(config -> {
            config.showJavalinBanner = false;
            config.startupWatcherEnabled = false;
            config.http.disableCompression();
            config.http.generateEtags = false;
            config.http.maxRequestSize = 4_096;
            config.jetty.threadPool = new QueuedThreadPool(THREADS, 8, 60_000);
            config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
            config.jetty.modifyServer(jetty -> jetty.setErrorHandler(new PlainErrors()));
        });
        javalin.before(context -> {
            Headers.ALWAYS.forEach(context::header);
            requireOwnHost(context);
            if (token.isPresent() && isGuarded(context.path())) {
                requireToken(context, token.get());
            }
        });
        javalin.get("/*", this::get);
        token.ifPresent(its -> javalin.post(SIGN_IN, context -> signIn(context, its)));
        javalin.exception(Refusal.class, (refusal, context) -> refuse(context, refusal.status(), refusal.getMessage()));
        javalin.exception(Exception.class, (fault, context) -> {
            manner.fault().accept(fault);
            refuse(context, 500, "The dashboard could not answer this; its log says why.");
        });
        for (HandlerType other : List.of(
                HandlerType.POST,
                HandlerType.PUT,
                HandlerType.DELETE,
                HandlerType.PATCH,
                HandlerType.HEAD,
                HandlerType.OPTIONS)) {
            javalin.addHttpHandler(other, "/*", context -> refuse(context, 405, "The dashboard only reads: GET."));
        }
        return javalin;
    }

    private void get(Context context) {
        String path = context.path();
        if (path.equals(HEALTH)) {
            send(context, HEALTHY, "no-store");
        } else if (path.startsWith(API)) {
            answer(context, path.substring(API.length()));
        } else {
            file(context, path.equals(SIGN_IN) ? "/signin.html" : path);
        }
    }

    private void file(Context context, String path) {
        Body body =
                assets.at(path).orElseThrow(() -> Refusal.notFound("There is no such page; the dashboard is at /."));
        send(context, body, path.startsWith("/lib/") ? "public, max-age=604800" : "no-cache");
    }

    private void answer(Context context, String name) {
        Map<String, List<String>> query = Query.parse(context.queryString());
        if (Api.isComputed(name) && !api.isCached(name, query)) {
            int wait = fleetLimit.ask(context.req().getRemoteAddr());
            if (wait > 0) {
                context.header("Retry-After", Integer.toString(wait));
                refuse(context, 429, "Plans are computed for each request: wait " + wait + " s.");
                return;
            }
        }
        send(context, api.body(name, query), "private, no-cache");
    }

    private static void send(Context context, Body body, String caching) {
        context.header("Cache-Control", caching);
        context.header("ETag", body.etag());
        context.header("Vary", "Accept-Encoding");
        if (body.etag().equals(context.header("If-None-Match"))) {
            context.status(304);
            return;
        }
        String accepted = context.header("Accept-Encoding");
        boolean isGzipped = accepted != null && accepted.contains("gzip") && body.isSmallerGzipped();
        if (isGzipped) {
            context.header("Content-Encoding", "gzip");
        }
        context.contentType(body.type()).result(isGzipped ? body.gzipped() : body.plain());
    }

    private static void refuse(Context context, int status, String sentence) {
        context.status(status).contentType("application/json; charset=utf-8").result(PlainErrors.json(sentence));
        context.header("Cache-Control", "no-store");
    }

    /** A page of another site may not talk to a server on this machine under a name of its own. */
    private void requireOwnHost(Context context) {
        if (manner.token().isPresent() || !LOOPBACK.contains(manner.host())) {
            return;
        }
        String host = String.valueOf(context.header("Host")).replaceFirst(":[0-9]+$", "");
        if (!LOOPBACK.contains(host) && !host.equals(manner.host())) {
            throw Refusal.badRequest("This dashboard answers on this machine only: open it as localhost.");
        }
    }

    /** The page's own files tell nothing of the lake. */
    private static boolean isGuarded(String path) {
        return path.startsWith(API) && !path.equals(HEALTH);
    }

    private static void requireToken(Context context, Token token) {
        if (!token.opens(context.header("Authorization"), context.cookie(Token.COOKIE))) {
            context.header("WWW-Authenticate", "Bearer");
            throw Refusal.unauthorised("A token is needed: Authorization: Bearer, or sign in at /signin.");
        }
    }

    private void signIn(Context context, Token token) {
        int wait = signInLimit.ask(context.req().getRemoteAddr());
        if (wait > 0) {
            context.header("Retry-After", Integer.toString(wait));
            refuse(context, 429, "Too many tries: wait " + wait + " s.");
        } else if (token.isToken(
                Query.parse(context.body()).getOrDefault("token", List.of("")).get(0))) {
            context.header("Set-Cookie", token.cookie());
            context.header("Location", "/");
            context.status(303);
        } else {
            context.header("Location", SIGN_IN + "?wrong");
            context.status(303);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
