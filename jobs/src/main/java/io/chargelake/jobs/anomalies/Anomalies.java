package io.chargelake.jobs.anomalies;

import io.chargelake.anomaly.Attribution;
import io.chargelake.anomaly.Episode;
import io.chargelake.anomaly.Thresholds;
import io.chargelake.jobs.lake.Days;
import io.chargelake.jobs.lake.Job;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.lake.UserError;
import io.chargelake.jobs.tables.Anomaly;
import io.chargelake.jobs.tables.OccupancyHourly;
import io.chargelake.text.TextTable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Hours of devices to what is wrong with them. */
@Command(
        name = "anomalies",
        description = "Notice devices that fail silently, are stuck or flap, and feeds that tell nothing new.",
        footer = {
            "",
            "--from and --to choose what is told by when it was noticed or still lasts; hours before --from are looked at too, none after --to.",
            "A device's own rate of sessions is drawn towards its peers'. What a whole station or operator shows at once is one fault of",
            "its feed. Example: ./chargelake anomalies --device connector --from 2025-03-01"
        })
public final class Anomalies implements Job {
    private static final long HOUR_S = 3600;
    private static final int SHOWN = 10;

    /** Whose hours are watched. */
    enum Device {
        CONNECTOR,
        POINT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(
            names = "--device",
            defaultValue = "connector",
            description = "${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE})")
    Device device;

    @Option(
            names = "--silence",
            defaultValue = "4",
            paramLabel = "POWER",
            description =
                    "a silence is told from this power of ten on: 4 is one in ten thousand (default ${DEFAULT-VALUE})")
    double silence;

    @Option(
            names = "--stuck-h",
            defaultValue = "48",
            paramLabel = "H",
            description = "no session lasts so many hours, 2 or more (default ${DEFAULT-VALUE})")
    int stuckH;

    @Option(
            names = "--flapping",
            defaultValue = "8",
            paramLabel = "POWER",
            description = "many sessions in a day are told from this power of ten on (default ${DEFAULT-VALUE})")
    double flapping;

    @Option(
            names = "--feed",
            defaultValue = "8",
            paramLabel = "POWER",
            description =
                    "a common silence is a fault of the feed from this power of ten on (default ${DEFAULT-VALUE})")
    double feed;

    @Option(
            names = "--kwh-per-session",
            defaultValue = "20",
            paramLabel = "KWH",
            description = "energy of a lost session; statuses tell none (default ${DEFAULT-VALUE})")
    double kwhPerSession;

    @Override
    public void run(Run run) {
        Thresholds thresholds = thresholds();
        run.noteInput(OccupancyHourly.TABLE);
        Dataset<Row> occupancy = run.lake()
                .read(OccupancyHourly.TABLE)
                .where(OccupancyHourly.DEVICE_TYPE.col().equalTo(device.toString()))
                .where(new Days(Optional.empty(), run.days().to()).containDay());
        Watched watched = Watched.of(occupancy, run.settings().zone());
        if (watched.devices() == 0) {
            throw UserError.input("Cannot watch devices: the lake has no hours of any " + device
                    + " in these days (run occupancy before; --device, --to)");
        }
        Places places = Places.of(run, device);
        Map<String, List<Episode>> operators = watched.ofGroups(places.operators(), thresholds);
        Map<String, List<Episode>> stations =
                explained(watched.ofGroups(places.stations(), thresholds), places::operatorOfStation, operators);
        Map<String, List<Episode>> devices = explained(
                explained(watched.ofDevices(thresholds), places::station, stations), places::operator, operators);
        List<Row> rows = new ArrayList<>();
        rows.addAll(rows(run, "operator", operators, key -> null, key -> key));
        rows.addAll(rows(run, "station", stations, key -> key, places::operatorOfStation));
        rows.addAll(rows(run, device.toString(), devices, places::station, places::operator));
        run.replace(Anomaly.TABLE, run.spark().createDataFrame(rows, Anomaly.TABLE.schema()));
        run.say(told(rows, watched.devices()));
    }

    private Thresholds thresholds() {
        if (!(kwhPerSession >= 0 && kwhPerSession < 1000)) {
            throw UserError.usage("Cannot use --kwh-per-session " + kwhPerSession + ": it is 0 to 1000");
        }
        try {
            return new Thresholds(silence, flapping, feed, stuckH);
        } catch (IllegalArgumentException e) {
            throw UserError.usage(e.getMessage() + ": --silence, --flapping, --feed, --stuck-h");
        }
    }

    /** Without what the groups' own faults explain. */
    private static Map<String, List<Episode>> explained(
            Map<String, List<Episode>> episodes, UnaryOperator<String> groupOf, Map<String, List<Episode>> groups) {
        var left = new TreeMap<String, List<Episode>>();
        episodes.forEach((key, its) -> {
            String group = groupOf.apply(key);
            left.put(
                    key,
                    Attribution.withoutFeedFaults(
                            its, group == null ? List.of() : groups.getOrDefault(group, List.of())));
        });
        return left;
    }

    private List<Row> rows(
            Run run,
            String level,
            Map<String, List<Episode>> episodes,
            UnaryOperator<String> station,
            UnaryOperator<String> operator) {
        List<Row> rows = new ArrayList<>();
        episodes.forEach((key, its) -> its.stream()
                .filter(episode -> isAsked(episode, run.days().from()))
                .forEach(episode -> rows.add(RowFactory.create(
                        episode.kind().code(),
                        level,
                        key,
                        time(episode.since()),
                        time(episode.noticed() + 1),
                        episode.until().isPresent() ? time(episode.until().getAsLong()) : null,
                        episode.score(),
                        episode.lostSessions(),
                        episode.lostSessions() * kwhPerSession,
                        episode.evidence(),
                        station.apply(key),
                        operator.apply(key)))));
        return rows;
    }

    private static boolean isAsked(Episode episode, Optional<LocalDate> from) {
        return episode.until().isEmpty()
                || from.map(day -> !time(episode.noticed()).isBefore(Days.startOf(day)))
                        .orElse(true);
    }

    private static Instant time(long hour) {
        return Instant.ofEpochSecond(hour * HOUR_S);
    }

    private static String told(List<Row> rows, int devices) {
        Map<String, Long> kinds = rows.stream()
                .collect(Collectors.groupingBy(row -> row.getString(0), TreeMap::new, Collectors.counting()));
        var table = new TextTable(List.of("kind", "key", "since", "score", "lost kWh", "why"));
        rows.stream()
                .filter(row -> row.isNullAt(5))
                .sorted(Comparator.comparingDouble((Row row) -> row.getDouble(6))
                        .reversed())
                .limit(SHOWN)
                .forEach(row -> table.add(List.of(
                        row.getString(0),
                        row.getString(2),
                        row.get(3).toString(),
                        String.format(Locale.ROOT, "%.1f", row.getDouble(6)),
                        String.format(Locale.ROOT, "%,.0f", row.getDouble(8)),
                        row.getString(9))));
        String found =
                String.format(Locale.ROOT, "%,d devices watched, %,d anomalies: %s", devices, rows.size(), kinds);
        boolean lasts = rows.stream().anyMatch(row -> row.isNullAt(5));
        return lasts
                ? found + "\nStill lasting, the most improbable first:\n"
                        + table.render().stripTrailing()
                : found;
    }
}
