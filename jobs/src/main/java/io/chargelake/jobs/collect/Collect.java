package io.chargelake.jobs.collect;

import io.chargelake.jobs.collect.http.Credential;
import io.chargelake.jobs.collect.http.Fetcher;
import io.chargelake.jobs.lake.Job;
import io.chargelake.jobs.lake.Lakes;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.lake.StopSignal;
import io.chargelake.jobs.lake.Storage;
import io.chargelake.jobs.lake.UserError;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Polls an API and stores its answers as they are. */
@Command(
        name = "collect",
        description = "Poll a charging-point API and store every answer unchanged.",
        footer = {
            "",
            "Objects go to <output>/<source>/<day>/, what did not come is told in _gaps beside them.",
            "SIGTERM or Ctrl-C ends it after the request it waits for, with exit code 0; a second one at once.",
            "Example: ./chargelake collect --cities koeln,bonn",
            "Example: ./chargelake collect --format ocpi --url https://host/ocpi/cpo/2.2.1/locations --token-env OCPI_TOKEN"
        })
public final class Collect implements Job {
    @Mixin
    ApiOptions apis;

    @Mixin
    CollectOptions options;

    @Option(
            names = "--output",
            defaultValue = "./raw",
            paramLabel = "URI",
            description = "where raw objects go: a folder, s3a://, gs:// or abfss:// (default ${DEFAULT-VALUE})")
    String output;

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description = "name of the source, its folder below the output (default: the format)")
    Optional<String> source = Optional.empty();

    @Option(
            names = "--metrics-port",
            paramLabel = "PORT",
            description = "serve counts for Prometheus at /metrics (default: none are served)")
    Optional<Integer> metricsPort = Optional.empty();

    @Option(
            names = "--metrics-host",
            defaultValue = "127.0.0.1",
            paramLabel = "HOST",
            description = "address the counts are served at (default ${DEFAULT-VALUE})")
    String metricsHost;

    @Override
    public Lakes.Access access() {
        return Lakes.Access.PLAIN;
    }

    @Override
    public void run(Run run) {
        if (!run.days().isAll()) {
            throw UserError.usage("Cannot use --from or --to with collect: an API tells what is, not what was");
        }
        String name = name();
        InstantSource clock = InstantSource.system();
        Metrics metrics = new Metrics(name);
        Optional<Credential> credential = apis.credential(System.getenv());
        var store = new RawStore(run.storage(), Storage.uri(output), name);
        var asked = new Collector.Source(name, apis.api(), new Fetcher(options.limits(), credential, clock), store);
        var manner = new Collector.Manner(options.schedule(), options.patience(), options.etags());
        try (StopSignal stop = StopSignal.ofProcess();
                AutoCloseable served = serve(metrics)) {
            var collector =
                    new Collector(asked, manner, Pace.of(clock, stop), RandomGenerator.getDefault(), metrics, run::say);
            collect(collector);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            note(run, store, metrics);
        }
    }

    private void collect(Collector collector) throws InterruptedException {
        if (options.once) {
            collector.once();
        } else {
            collector.run();
        }
    }

    private AutoCloseable serve(Metrics metrics) {
        return metricsPort.isPresent() ? MetricsServer.start(metricsHost, metricsPort.get(), metrics) : () -> {};
    }

    private static void note(Run run, RawStore store, Metrics metrics) {
        run.noteOutput(
                store.root().toString(), "objects", metrics.polls(Outcome.STORED) + metrics.polls(Outcome.PARTIAL));
        run.find(CollectRules.GAP, metrics.polls(Outcome.GAP));
        run.find(CollectRules.PARTIAL, metrics.polls(Outcome.PARTIAL));
    }

    private String name() {
        String name = source.orElse(apis.format.name());
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9-]{0,63}")) {
            throw UserError.usage("Cannot use --source '" + name
                    + "': it names a folder and files (letters, digits and - are allowed, 64 at most)");
        }
        return name;
    }
}
