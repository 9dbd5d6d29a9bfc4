package io.chargelake.jobs.forecast;

import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import io.chargelake.geo.NearestPlaces;
import io.chargelake.geo.Place;
import io.chargelake.jobs.lake.Job;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.lake.UserError;
import io.chargelake.jobs.tables.ChargingStation;
import io.chargelake.jobs.tables.OccupancyFeature;
import io.chargelake.jobs.tables.OccupancyHourly;
import io.chargelake.time.Holidays;
import io.chargelake.time.LocalHours;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Hours to what was known before each of them began. */
@Command(
        name = "features",
        description = "Make what is known of each hour before it begins: the input of forecasts.",
        footer = {
            "",
            "Hours before the days asked for are looked at too, as far back as there are any; nothing after an hour is.",
            "The table holds the levels of the last run. Example: ./chargelake features --levels station,city --country DE"
        })
public final class Features implements Job {

    @Option(
            names = "--levels",
            defaultValue = "station",
            split = ",",
            description = "${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE})")
    Set<Level> levels = new LinkedHashSet<>();

    @Option(
            names = "--country",
            defaultValue = "DE",
            paramLabel = "CODE",
            description = "whose national holidays count; none for none (default ${DEFAULT-VALUE})")
    String country;

    @Option(
            names = "--neighbours-km",
            defaultValue = "2",
            paramLabel = "KM",
            description = "stations so near are neighbours; 0 for none (default ${DEFAULT-VALUE})")
    double neighboursKm;

    @Override
    public void run(Run run) {
        requireSound();
        run.noteInput(OccupancyHourly.TABLE);
        Dataset<Row> occupancy = run.lake().read(OccupancyHourly.TABLE);
        Set<LocalDate> days = new TreeSet<>();
        Dataset<Row> rows = levels.stream()
                .map(level -> features(run, level, level.devices(occupancy), days))
                .reduce(Dataset::unionByName)
                .orElseThrow();
        requireSome(days, run);
        run.replaceDays(OccupancyFeature.TABLE, days, rows.where(run.days().containDay()));
    }

    private void requireSound() {
        if (!(neighboursKm >= 0 && neighboursKm <= 100)) {
            throw UserError.usage("Cannot use --neighbours-km " + neighboursKm + ": it is 0 to 100");
        }
        if (!isWithoutHolidays() && !Holidays.countries().contains(country)) {
            throw UserError.usage("Cannot use --country " + country + ": holidays are known of "
                    + String.join(", ", Holidays.countries()) + " (or none)");
        }
    }

    private boolean isWithoutHolidays() {
        return country.equalsIgnoreCase("none");
    }

    private static void requireSome(Set<LocalDate> days, Run run) {
        days.removeIf(day -> !run.days().contains(day));
        if (days.isEmpty()) {
            throw UserError.input("Cannot make features of these days: the lake has no hours in them (--from, --to)");
        }
    }

    private static LocalDate day(Instant hour) {
        return LocalDate.ofInstant(hour, ZoneOffset.UTC);
    }

    /** @param days gets those that have features */
    private Dataset<Row> features(Run run, Level level, Dataset<Row> devices, Set<LocalDate> days) {
        Row ends = devices.agg(min(OccupancyHourly.HOUR.col()), max(OccupancyHourly.HOUR.col()))
                .head();
        if (ends.isNullAt(0)) {
            throw UserError.input("Cannot make features of " + level
                    + ": the lake has no hours of occupancy of it (run occupancy before)");
        }
        Instant last = ends.getAs(1);
        day(ends.getAs(0))
                .datesUntil(day(last.plusSeconds(FeatureTable.AHEAD * 3600L)).plusDays(1))
                .forEach(days::add);
        Dataset<Row> shares = FeatureTable.shares(level.hours(run, devices));
        Dataset<Row> hours = FeatureTable.withNeighbours(shares, level == Level.STATION ? neighbours(run) : Map.of());
        Dataset<Row> known = FeatureTable.known(hours, calendar(run, ends.getAs(0), last), hour(last));
        Dataset<Row> whole = known.join(level.master(run), new String[] {OccupancyFeature.KEY.name()}, "left");
        return FeatureTable.named(whole, level);
    }

    private static long hour(Instant time) {
        return time.getEpochSecond() / FeatureTable.HOUR_S;
    }

    private LocalHours calendar(Run run, Instant first, Instant last) {
        return new LocalHours(run.settings().zone(), holidays(last), hour(first), hour(last) + FeatureTable.AHEAD + 1);
    }

    private NavigableSet<LocalDate> holidays(Instant last) {
        int year = day(last).getYear();
        return isWithoutHolidays() ? new TreeSet<>() : Holidays.of(country, year - 10, year + 1);
    }

    /** Stations that are near each other, each with its own. */
    private Map<String, List<String>> neighbours(Run run) {
        if (neighboursKm == 0) {
            return Map.of();
        }
        List<Row> stations = run.read(ChargingStation.TABLE)
                .select(
                        ChargingStation.ID_CS.col().cast("string"),
                        ChargingStation.LATITUDE.col(),
                        ChargingStation.LONGITUDE.col())
                .where(ChargingStation.LATITUDE
                        .col()
                        .between(-90, 90)
                        .and(ChargingStation.LONGITUDE.col().between(-180, 180)))
                .orderBy(ChargingStation.ID_CS.name())
                .collectAsList();
        List<Place> places = stations.stream()
                .map(row -> new Place(row.getDouble(1), row.getDouble(2)))
                .toList();
        var within = new NearestPlaces(places);
        var near = new HashMap<String, List<String>>();
        for (int i = 0; i < places.size(); i++) {
            int self = i;
            near.put(
                    stations.get(self).getString(0),
                    Arrays.stream(within.within(places.get(self), neighboursKm))
                            .filter(other -> other != self)
                            .sorted()
                            .mapToObj(other -> stations.get(other).getString(0))
                            .toList());
        }
        return near;
    }
}
