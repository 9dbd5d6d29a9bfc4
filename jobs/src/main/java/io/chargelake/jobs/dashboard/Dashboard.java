package io.chargelake.jobs.dashboard;

import io.chargelake.jobs.dashboard.export.ExportFile;
import io.chargelake.jobs.dashboard.published.PublishedTables;
import io.chargelake.jobs.dashboard.published.RunFiles;
import io.chargelake.jobs.dashboard.store.Store;
import io.chargelake.jobs.dashboard.web.Api;
import io.chargelake.jobs.dashboard.web.Assets;
import io.chargelake.jobs.dashboard.web.Web;
import io.chargelake.jobs.lake.Lakes;
import io.chargelake.jobs.lake.Query;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.lake.SecretRef;
import io.chargelake.jobs.lake.StopSignal;
import io.chargelake.jobs.lake.UserError;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves the dashboard, or writes it as one file. */
@Command(
        name = "dashboard",
        description = "Show the lake in a browser: network, occupancy, vehicles, a live fleet, data.",
        footer = {
            "",
            "It reads the tables that good runs have published, starts no Spark session, changes nothing, and shows new versions by itself.",
            "SIGTERM or Ctrl-C ends it. Example: ./chargelake dashboard --port 0",
            "Example: ./chargelake dashboard --export dashboard.html"
        })
public final class Dashboard implements Query {
    private static final Duration LOOKS_EVERY = Duration.ofSeconds(10);
    private static final Duration WAITS = Duration.ofDays(365);

    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            paramLabel = "HOST",
            description =
                    "address it is served at; others than this machine reach it by 0.0.0.0 (default ${DEFAULT-VALUE})")
    String host;

    @Option(
            names = "--port",
            defaultValue = "8080",
            paramLabel = "PORT",
            description = "port it is served at, 0 for a free one (default ${DEFAULT-VALUE})")
    int port;

    @Option(
            names = "--token-env",
            paramLabel = "NAME",
            description = "environment variable with a token that requests must bring (default: none is needed)")
    Optional<String> tokenEnv = Optional.empty();

    @Option(
            names = "--export",
            paramLabel = "FILE",
            description = "write the dashboard as one HTML file that needs no server, and end")
    Optional<Path> export = Optional.empty();

    @Override
    public Lakes.Access access() {
        return Lakes.Access.PLAIN;
    }

    @Override
    public void run(Run run) {
        requirePort();
        Optional<String> token = token();
        var origin = new Store.Origin(
                PublishedTables.of(run),
                new RunFiles(run.storage(), run.context().lakeRoot(), run::say),
                run.storage());
        try (Store store = Store.open(origin, run.settings().zone(), run::say)) {
            Api api = new Api(store, run.settings(), token.isPresent() ? Api.Access.GUARDED : Api.Access.OPEN);
            if (export.isPresent()) {
                write(run, api, export.get());
            } else {
                serve(run, store, api, token);
            }
        }
    }

    private static void write(Run run, Api api, Path file) {
        long bytes =
                new ExportFile(Assets.read(), api).write(file, run.context().started());
        run.say(String.format(
                Locale.ROOT, "Wrote %s: %,d bytes, the whole dashboard without its live fleet", file, bytes));
    }

    private void serve(Run run, Store store, Api api, Optional<String> token) {
        var manner = new Web.Manner(host, port, token, InstantSource.system(), Exception::printStackTrace);
        try (StopSignal stop = StopSignal.ofProcess();
                Refresher refresher = new Refresher(store, LOOKS_EVERY, run::say);
                Web web = Web.start(api, Assets.read(), manner)) {
            api.warm();
            run.say("The dashboard is at http://" + host + ":" + web.port() + "/ (Ctrl-C ends it)");
            while (!stop.isRequested()) {
                stop.await(WAITS);
            }
        }
    }

    private void requirePort() {
        if (port < 0 || port > 65_535) {
            throw UserError.usage("Cannot serve at --port " + port + ": ports are 0 (a free one) to 65535");
        }
    }

    private Optional<String> token() {
        return tokenEnv.map(name -> {
            try {
                return SecretRef.env(name).read(System.getenv());
            } catch (IllegalArgumentException e) {
                throw UserError.usage("Cannot use --token-env: it " + e.getMessage());
            }
        });
    }
}
