package io.chargelake.jobs.fleet;

import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.unix_seconds;

import io.chargelake.energy.Horizon;
import io.chargelake.energy.SlotPrices;
import io.chargelake.energy.Tariff;
import io.chargelake.energy.study.Spending;
import io.chargelake.jobs.lake.Accounting;
import io.chargelake.jobs.lake.Finding;
import io.chargelake.jobs.lake.Job;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.lake.SmallQueries;
import io.chargelake.jobs.lake.Storage;
import io.chargelake.jobs.lake.UserError;
import io.chargelake.jobs.lake.files.NewFile;
import io.chargelake.jobs.quality.Intake;
import io.chargelake.jobs.quality.QuarantineLimit;
import io.chargelake.jobs.raw.RawFile;
import io.chargelake.jobs.raw.RawFiles;
import io.chargelake.jobs.tables.ChargeSession;
import io.chargelake.jobs.tables.FlatStays;
import io.chargelake.jobs.tables.Table;
import io.chargelake.jobs.tables.Tables;
import io.chargelake.quality.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
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
    private static final int DAY_S = 86_400;
    private static final int HOUR_S = 3_600;
    private static final int MOST_SLOTS = 3_000;

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
            description =
                    "uncontrolled, load-balancing, peak-shaving, valley-filling, price-optimisation, grid-support, renewable-integration, several of them, or all (default ${DEFAULT-VALUE})")
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
            names = "--slot",
            defaultValue = "15m",
            paramLabel = "TIME",
            description = "length of slots, a part of an hour: 5m, 15m, 1h (default ${DEFAULT-VALUE})")
    String slot;

    @Option(
            names = "--wear",
            defaultValue = "0",
            paramLabel = "AMOUNT",
            description =
                    "of each kWh into or out of a battery that gives energy back, in the tariff's currency (default ${DEFAULT-VALUE})")
    double wear;

    @Option(
            names = "--replan",
            paramLabel = "TIME",
            description =
                    "plan anew each so often, e.g. 15m, knowing only who came; the regret against knowing all is told (default: all is known)")
    Optional<String> replan = Optional.empty();

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
        Horizon horizon = horizon(delivery.stays().accepted());
        SiteInputs.Sites sites = delivery.sites().isPresent() ? SiteInputs.Sites.TOLD : SiteInputs.Sites.UNLIMITED;
        Setup setup = new Setup(
                horizon,
                prices(tariff, horizon),
                tariff.currency(),
                wanted,
                wear,
                replan.map(time -> slots(time, horizon)).orElse(0),
                new Spending(investment, runningCost),
                grid.inputs(),
                grid.detail,
                sites);
        long plans = delivery.stays().read() * wanted.size();
        publish(run, setup, delivery, (int) Math.max(shares, plans / PLANS_A_TASK));
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
        int step = slotSeconds();
        if (step < 60 || HOUR_S % step != 0) {
            throw UserError.usage(
                    "Cannot use --slot " + slot + ": slots are a part of an hour, 1m to 1h (5m, 15m, 30m)");
        }
        grid.inputs();
    }

    private Delivery delivery(Run run, Optional<List<RawFile>> found, Catalogue models) {
        Optional<FleetFiles> files = found.map(its -> FleetFiles.of(run, its));
        return sessions
                ? Delivery.ofSessions(run, site, files, models)
                : Delivery.ofFiles(run, files.orElseThrow().requireStays(), models);
    }

    private Horizon horizon(Dataset<Row> stays) {
        Row times = stays.agg(min(unix_seconds(FlatStays.ARRIVAL.col())), max(unix_seconds(FlatStays.DEPARTURE.col())))
                .head();
        if (times.isNullAt(0)) {
            throw UserError.quality(
                    "Cannot plan: no stay is left (none begins on the days asked for, or all were refused; nothing was changed)");
        }
        int step = slotSeconds();
        long from = Math.floorDiv(times.getLong(0), step) * step;
        long slots = Math.max(1, (times.getLong(1) - from + step - 1) / step);
        if (slots > MOST_SLOTS) {
            throw UserError.usage(String.format(
                    Locale.ROOT,
                    "Cannot plan %,d slots at once: the stays reach from %s to %s (at most %,d slots; choose days by --from and --to, or a longer --slot)",
                    slots,
                    Instant.ofEpochSecond(from),
                    Instant.ofEpochSecond(times.getLong(1)),
                    MOST_SLOTS));
        }
        return new Horizon(from, (int) slots, step);
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

    private int slotSeconds() {
        return (int) seconds("--slot", slot);
    }

    private static int slots(String time, Horizon horizon) {
        long seconds = seconds("--replan", time);
        if (seconds < horizon.stepS() || seconds % horizon.stepS() != 0 || seconds > DAY_S) {
            throw UserError.usage("Cannot use --replan " + time + ": it is a multiple of the slot's "
                    + horizon.stepS() / 60 + " min, at most a day");
        }
        return (int) (seconds / horizon.stepS());
    }

    private static long seconds(String option, String time) {
        try {
            return Duration.parse("PT" + time.toUpperCase(Locale.ROOT)).toSeconds();
        } catch (DateTimeParseException e) {
            throw UserError.usage("Cannot use " + option + " " + time + ": a time such as 15m or 1h is expected");
        }
    }

    private void publish(Run run, Setup setup, Delivery delivery, int partitions) {
        FleetTables tables = FleetTables.of(run);
        Answer answer = FleetRows.sorted(delivery.rows(), partitions)
                .queryExecution()
                .toRdd()
                .toJavaRDD()
                .mapPartitions(new PlanTask(setup, tables))
                .fold(Answer.nothing(), Answer::plus);
        requireFew(run, delivery, answer);
        RefusedStays.quarantine(run, input.orElse(ChargeSession.TABLE.name()), answer.refused());
        run.replace(withTotals(setup, tables, answer));
        account(run, delivery, answer);
        run.say(String.format(
                Locale.ROOT,
                "%,d stays at %,d sites, %s to %s in slots of %d min.%n%n%s",
                answer.planned(),
                answer.sites(),
                Instant.ofEpochSecond(setup.horizon().startS()),
                Instant.ofEpochSecond(setup.horizon().endS()),
                setup.horizon().stepS() / 60,
                new Comparison(setup, answer.totals()).told()));
    }

    private void requireFew(Run run, Delivery delivery, Answer answer) {
        long refused = delivery.quarantined() + answer.refused().size();
        double most = limit.of(run);
        if (refused > most * delivery.read()) {
            throw UserError.quality(String.format(
                    Locale.ROOT,
                    "Cannot publish these plans: %,d of %,d rows would be refused (%s; at most %.1f %% are allowed, --max-quarantined or limits.max_quarantined_share)",
                    refused,
                    delivery.read(),
                    counts(answer).entrySet().stream()
                            .map(e -> e.getKey() + " " + e.getValue())
                            .collect(Collectors.joining(", ")),
                    100 * most));
        }
    }

    private static Map<String, Long> counts(Answer answer) {
        return answer.refused().stream()
                .map(RefusedStay::code)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private static void account(Run run, Delivery delivery, Answer answer) {
        counts(answer).forEach((code, count) -> run.find(new Finding(code, Severity.QUARANTINE.code(), count)));
        run.find(FleetRules.REPEATED_SITE, answer.repeatedSites());
        run.find(FleetRules.MISSING_SLOTS, answer.missingSlots());
        long refused = delivery.quarantined() + answer.refused().size();
        run.account(new Accounting(delivery.read(), delivery.read() - refused, refused, 0));
    }

    /** The figures of all sites together are known last. */
    private static Map<Table, List<NewFile>> withTotals(Setup setup, FleetTables tables, Answer answer) {
        PlanFiles last = new PlanFiles(setup.horizon(), tables);
        Map<Table, List<NewFile>> files = new LinkedHashMap<>();
        try {
            for (String strategy : setup.strategies()) {
                if (answer.totals().containsKey(strategy)) {
                    last.kpis(
                            strategy,
                            KpiFile.ALL,
                            KpiFile.ALL,
                            answer.totals().get(strategy).kpis(setup.currency(), setup.spending()));
                }
            }
            Map<String, List<NewFile>> all = Answer.both(answer.files(), last.finish());
            for (Table table : FleetTables.ALL) {
                files.put(table, all.getOrDefault(table.name(), List.of()));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
