package io.chargelake.jobs.stations.kpi;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import io.chargelake.jobs.lake.Job;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.lake.SmallQueries;
import io.chargelake.jobs.lake.UserError;
import io.chargelake.jobs.stations.coverage.CoverageGaps;
import io.chargelake.jobs.tables.History;
import io.chargelake.jobs.tables.StationDelivery;
import io.chargelake.jobs.tables.StationKpi;
import io.chargelake.jobs.tables.StationRegister;
import io.chargelake.jobs.tables.Table;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The register and its history to figures by place, operator and date. */
@Command(
        name = "station-kpis",
        description = "Compute figures about the network of charging stations, and where it leaves gaps.",
        footer = {
            "",
            "A date is a day on which a register was delivered; with --from and --to only these are computed anew.",
            "Unknown counts neither as yes nor as no; its share stands beside each figure.",
            "Example: ./chargelake station-kpis --fast-kw 50"
        })
public final class StationKpis implements Job {
    private static final Table VERSIONS = History.of(StationRegister.TABLE);

    @Option(
            names = "--fast-kw",
            defaultValue = "50",
            paramLabel = "KW",
            description = "a station is fast from this power on (default ${DEFAULT-VALUE})")
    double fastKw;

    @Option(
            names = "--source",
            split = ",",
            paramLabel = "NAME",
            description =
                    "count the stations of these registers only (default: of all; one that is in two counts twice)")
    Set<String> sources = new LinkedHashSet<>();

    @Option(
            names = "--trend",
            defaultValue = "6",
            paramLabel = "N",
            description = "dates of the trend that is printed (default ${DEFAULT-VALUE})")
    int trend;

    @Override
    public void run(Run run) {
        if (!(fastKw > 0)) {
            throw UserError.usage("Cannot use --fast-kw " + fastKw + ": a power is above 0 kW");
        }
        if (trend < 1) {
            throw UserError.usage("Cannot use --trend " + trend + ": it is a number of dates, 1 or more");
        }
        run.noteInput(VERSIONS);
        run.noteInput(StationDelivery.TABLE);
        Dataset<Row> deliveries = run.lake().read(StationDelivery.TABLE).where(isAsked(StationDelivery.SOURCE.col()));
        List<LocalDate> days = days(run, deliveries);
        Dataset<Row> stations =
                Standing.of(run.lake().read(VERSIONS).where(isAsked(StationRegister.SOURCE.col())), deliveries, days);
        // polls are many, what they make of stations is not: kept, so that the rest is done as for few
        Dataset<Row> live = LiveStatus.of(run, days).persist();
        try {
            live.count();
            SmallQueries.ofRows(run.spark(), stationDays(deliveries, days), () -> {
                write(run, Standing.withLive(stations, live), days);
                return days;
            });
        } finally {
            live.unpersist();
        }
    }

    private void write(Run run, Dataset<Row> stations, List<LocalDate> days) {
        run.replaceDays(StationKpi.TABLE, new HashSet<>(days), new Figures(fastKw).rows(stations));
        run.say(Trend.of(run, days.get(days.size() - 1), trend));
        CoverageGaps.ofDefaults(run);
    }

    private static long stationDays(Dataset<Row> deliveries, List<LocalDate> days) {
        return deliveries
                .where(StationDelivery.DELIVERED_ON.col().isin(days.toArray()))
                .agg(sum(StationDelivery.STATIONS.col()))
                .head()
                .getLong(0);
    }

    private Column isAsked(Column source) {
        return sources.isEmpty() ? lit(true) : source.isin(sources.toArray());
    }

    /** Days with a delivery, in order. */
    private List<LocalDate> days(Run run, Dataset<Row> deliveries) {
        List<LocalDate> all = deliveries
                .select(StationDelivery.DELIVERED_ON.col())
                .distinct()
                .orderBy(col(StationDelivery.DELIVERED_ON.name()))
                .as(Encoders.LOCALDATE())
                .collectAsList();
        Optional<LocalDate> from = run.days().from();
        Optional<LocalDate> to = run.days().to();
        List<LocalDate> asked = all.stream()
                .filter(day -> from.isEmpty() || !day.isBefore(from.get()))
                .filter(day -> to.isEmpty() || day.isBefore(to.get()))
                .sorted(Comparator.naturalOrder())
                .toList();
        if (asked.isEmpty()) {
            throw UserError.input("Cannot compute station KPIs: no register was delivered"
                    + (sources.isEmpty() ? "" : " of " + String.join(", ", sources))
                    + (all.isEmpty()
                            ? " yet (ingest-stations brings one)"
                            : " on these days (deliveries: " + told(all) + "; --from, --to)"));
        }
        return asked;
    }

    private static String told(List<LocalDate> days) {
        return days.size() == 1
                ? days.get(0).toString()
                : days.size() + " from " + days.get(0) + " to " + days.get(days.size() - 1);
    }
}
