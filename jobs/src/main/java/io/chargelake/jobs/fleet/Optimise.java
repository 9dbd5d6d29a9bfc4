package io.chargelake.jobs.fleet;

import io.chargelake.energy.Horizon;
import io.chargelake.energy.SlotPrices;
import io.chargelake.energy.Tariff;
import io.chargelake.energy.study.Spending;
import io.chargelake.jobs.conf.TariffFile;
import io.chargelake.jobs.lake.Job;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.lake.SmallQueries;
import io.chargelake.jobs.lake.Storage;
import io.chargelake.jobs.lake.UserError;
import io.chargelake.jobs.quality.Intake;
import io.chargelake.jobs.quality.QuarantineLimit;
import io.chargelake.jobs.raw.RawFile;
import io.chargelake.jobs.raw.RawFiles;
import io.chargelake.jobs.tables.ChargeSession;
import io.chargelake.jobs.tables.Tables;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Stays, sites and a tariff to charging plans, and what comes of them. */
@Command(
        name = "optimise",
        description = "Plan the charging of fleets, by one strategy or several side by side.",
        footer = {
            "",
            "Tables: fleet_plan, fleet_load, fleet_kpi, grid_quality; a run replaces those of the run before.",
            "Example: ./chargelake optimise --input raw/fleet --strategy all --tariff onee-2024"
        })
public final class Optimise implements Job {
    /** So many vehicles and strategies a task plans and holds the rows of, some 100 MB. */
    private static final long PLANS_A_TASK = 30_000;

    @Option(
            names = "--input",
            paramLabel = "URI",
            description =
                    "stays, sites and their load (CSV or Parquet): a file, a folder or a glob; what a file holds is told by its columns")
    Optional<String> input = Optional.empty();

    @Option(
            names = "--sessions",
            description =
                    "plan the lake's charge sessions as stays at one site; a vehicle stood there until its next trip, if that began within a day")
    boolean sessions;

    @Option(
            names = "--site",
            defaultValue = "fleet",
            paramLabel = "ID",
            description = "with --sessions: the site they are at (default ${DEFAULT-VALUE})")
    String site;

    @Option(
            names = "--strategy",
            split = ",",
            defaultValue = "price-optimisation",
            paramLabel = "NAME",
            description = "${COMPLETION-CANDIDATES}, or several of them (default ${DEFAULT-VALUE})",
            completionCandidates = Strategies.Names.class)
    List<String> strategies;

    @Option(
            names = "--tariff",
            defaultValue = "onee-2024",
            paramLabel = "NAME|FILE",
            description =
                    "a built-in tariff (onee-2024, day-ahead-sample) or a YAML file such as conf/tariffs/onee-2024.yaml (default ${DEFAULT-VALUE})")
    String tariffName;

    @Option(
            names = "--catalogue",
            paramLabel = "FILE",
            description =
                    "models of vehicles, for stays that name a model only: CSV as conf/vehicles/base.csv, or a specification file of EV2Gym (.json); may be given several times")
    List<Path> catalogue = new ArrayList<>();

    @Option(
            names = "--wear",
            defaultValue = "0",
            paramLabel = "AMOUNT",
            description =
                    "of each kWh into or out of a battery that gives energy back, in the tariff's currency (default ${DEFAULT-VALUE})")
    double wear;

    @Option(
            names = "--investment",
            defaultValue = "0",
            paramLabel = "AMOUNT",
            description = "what control costs once, to tell months to pay back (default: not told)")
    double investment;

    @Option(
            names = "--running-cost",
            defaultValue = "0",
            paramLabel = "AMOUNT",
            description = "what control costs a month (default ${DEFAULT-VALUE})")
    double runningCost;

    @Option(names = "--explain", description = "tell the formula and the inputs of every figure")
    boolean explain;

    @Mixin
    SlotOptions times;

    @Mixin
    GridOptions grid;

    @Mixin
    QuarantineLimit limit;

    @Override
    public void run(Run run) {
        requireUsable();
        List<String> wanted = Strategies.of(strategies);
        Tariff tariff = TariffFile.read(tariffName);
        Catalogue models = Catalogue.of(catalogue);
        Optional<List<RawFile>> files = input.map(uri -> RawFiles.of(run, Storage.uri(uri)));
        int shares = Integer.parseInt(run.spark().conf().get("spark.sql.shuffle.partitions"));
        // the lake's own sessions may be of any number
        long bytes = sessions ? Long.MAX_VALUE : files.map(RawFiles::bytes).orElse(0L);
        SmallQueries.ofBytes(run.spark(), bytes, () -> {
            try (Delivery delivery = delivery(run, files, models)) {
                plan(run, delivery, wanted, tariff, shares);
            }
            return wanted;
        });
    }

    private void plan(Run run, Delivery delivery, List<String> wanted, Tariff tariff, int shares) {
        Intake.requireRows(delivery.all());
        Intake.quarantine(run, Tables.QUARANTINE_FLEET, limit.of(run), delivery.all());
        Horizon horizon = times.horizon(delivery.stays().accepted());
        SiteInputs.Sites sites = delivery.sites().isPresent() ? SiteInputs.Sites.TOLD : SiteInputs.Sites.UNLIMITED;
        Setup setup = new Setup(
                horizon,
                prices(tariff, horizon),
                tariff.currency(),
                wanted,
                wear,
                times.every(horizon),
                new Spending(investment, runningCost),
                grid.inputs(),
                grid.detail,
                sites);
        long plans = delivery.stays().read() * wanted.size();
        new Planning(run, setup, delivery, limit.of(run))
                .publish((int) Math.max(shares, plans / PLANS_A_TASK), input.orElse(ChargeSession.TABLE.name()));
        if (explain) {
            run.say(Explanation.of(setup, tariff));
        }
    }

    private void requireUsable() {
        if (!(wear >= 0) || Double.isInfinite(wear)) {
            throw UserError.usage("Cannot use --wear " + wear + ": it is an amount from 0 up");
        }
        if (!(investment >= 0) || !(runningCost >= 0)) {
            throw UserError.usage("Cannot use --investment " + investment + " and --running-cost " + runningCost
                    + ": both are amounts from 0 up");
        }
        if (!sessions && input.isEmpty()) {
            throw UserError.usage(
                    "Cannot plan: there are no stays (add --input URI, or --sessions for the lake's own)");
        }
        times.requireUsable();
        grid.inputs();
    }

    private Delivery delivery(Run run, Optional<List<RawFile>> found, Catalogue models) {
        Optional<FleetFiles> files = found.map(its -> FleetFiles.of(run, its));
        return sessions
                ? Delivery.ofSessions(run, site, files, models)
                : Delivery.ofFiles(run, files.orElseThrow().requireStays(), models);
    }

    private SlotPrices prices(Tariff tariff, Horizon horizon) {
        try {
            return tariff.over(horizon);
        } catch (IllegalArgumentException e) {
            throw UserError.usage("Cannot price the stays, from " + Instant.ofEpochSecond(horizon.startS()) + " to "
                    + Instant.ofEpochSecond(horizon.endS()) + ": " + e.getMessage()
                    + " (choose days by --from and --to, or another --tariff)");
        }
    }
}
