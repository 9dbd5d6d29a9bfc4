package io.chargelake.jobs.conf;

import io.chargelake.energy.PriceSeries;
import io.chargelake.energy.Prices;
import io.chargelake.energy.Tariff;
import io.chargelake.energy.TimeOfUse;
import io.chargelake.energy.TimeOfUse.Period;
import io.chargelake.jobs.lake.UserError;
import io.chargelake.jobs.lake.YamlReader;
import io.chargelake.jobs.lake.YamlSection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The keys of a tariff file, each named once. */
public final class TariffFile {
    /** Names of the tariffs that the jar brings along. */
    public static final List<String> BUILT_IN = List.of("onee-2024", "day-ahead-sample");

    private static final String SERIES_HEADER = "start,price";

    private static final String YAML = ".yaml";

    /** Other files of the same place, by name. */
    private interface Place {
        List<String> lines(String name);
    }

    private final String file;
    private final YamlSection root;
    private final Place place;

    private TariffFile(String file, String yaml, Place place) {
        this.file = file;
        this.root = new YamlReader(file).read(yaml);
        this.place = place;
    }

    /** @param name of a tariff that is built in, or path of a file */
    public static Tariff read(String name) {
        Optional<String> own = BuiltIn.text("tariffs/" + name + YAML);
        if (own.isPresent()) {
            return new TariffFile(name, own.get(), other -> BuiltIn.text("tariffs/" + other)
                            .map(text -> text.lines().toList())
                            .orElseThrow())
                    .tariff();
        }
        Path path = Path.of(name);
        String yaml = YamlReader.text(
                path,
                ", such as conf/tariffs/onee-2024.yaml, or the name of a built-in tariff: "
                        + String.join(", ", BUILT_IN) + "; change --tariff");
        return new TariffFile(name, yaml, other -> lines(path.resolveSibling(other), name)).tariff();
    }

    private Tariff tariff() {
        Optional<String> name = root.text("name");
        Optional<String> currency = root.text("currency");
        root.text("source");
        Optional<ZoneId> zone = root.value("zone", ZoneId::of, "an IANA time zone such as Europe/Berlin");
        Optional<Double> otherwise = amount(root, "otherwise");
        Optional<YamlSection> periods = root.section("periods");
        Optional<String> series = root.text("series");
        Optional<Double> export = amount(root, "export");
        Optional<String> exportSeries = root.text("export_series");
        double demand = amount(root, "demand_charge").orElse(0.0);
        root.require(name.isPresent(), "name is missing (add name: ...)");
        root.require(currency.isPresent(), "currency is missing (add currency: EUR)");
        root.require(
                series.isPresent() != otherwise.isPresent(),
                "prices are given either by the clock (zone, periods, otherwise) or as a series (series: FILE.csv)");
        root.require(
                series.isPresent() || zone.isPresent(),
                "periods go by a clock, but of no zone (add zone: Europe/Berlin)");
        root.require(
                export.isEmpty() || exportSeries.isEmpty(), "export and export_series exclude each other (keep one)");
        Prices energy = series.isPresent()
                ? series(series.get())
                : new TimeOfUse(
                        zone.orElseThrow(),
                        periods.map(TariffFile::periods).orElse(List.of()),
                        otherwise.orElseThrow());
        Optional<Prices> paid = exportSeries.isPresent()
                ? exportSeries.map(this::series)
                : export.map(price -> new TimeOfUse(ZoneId.of("UTC"), List.of(), price));
        return root.build(() -> new Tariff(name.orElseThrow(), currency.orElseThrow(), energy, paid, demand));
    }

    private static Optional<Double> amount(YamlSection section, String key) {
        return section.value(key, Double::valueOf, "a number");
    }

    private static List<Period> periods(YamlSection section) {
        List<Period> periods = new ArrayList<>();
        for (String name : section.keys()) {
            YamlSection period = section.section(name).orElseThrow();
            Optional<LocalTime> from = time(period, "from");
            Optional<LocalTime> to = time(period, "to");
            Optional<Double> price = amount(period, "price");
            period.require(
                    from.isPresent() && to.isPresent() && price.isPresent(), "a period has a from, a to and a price");
            periods.add(
                    period.build(() -> new Period(name, from.orElseThrow(), to.orElseThrow(), price.orElseThrow())));
        }
        return section.build(() -> periods);
    }

    private static Optional<LocalTime> time(YamlSection section, String key) {
        return section.value(
                key,
                text -> {
                    try {
                        return LocalTime.parse(text);
                    } catch (DateTimeParseException e) {
                        throw new IllegalArgumentException(e);
                    }
                },
                "a time of day in quotes such as \"18:00\"");
    }

    /** Beside the YAML file: the start of each price in UTC, all of one length. */
    private PriceSeries series(String name) {
        List<String> lines =
                place.lines(name).stream().filter(line -> !line.isBlank()).toList();
        if (lines.size() < 3 || !lines.get(0).strip().equals(SERIES_HEADER)) {
            throw UserError.usage("Cannot read " + name + ": a price series has the header " + SERIES_HEADER
                    + " and two prices at least (" + file + ")");
        }
        long[] starts = new long[lines.size() - 1];
        double[] prices = new double[lines.size() - 1];
        for (int i = 0; i < starts.length; i++) {
            read(name, lines.get(i + 1), i, starts, prices);
        }
        int step = (int) (starts[1] - starts[0]);
        for (int i = 1; i < starts.length; i++) {
            if (step <= 0 || starts[i] - starts[i - 1] != step) {
                throw UserError.usage("Cannot read " + name + ": prices follow each other in equal steps ("
                        + Instant.ofEpochSecond(starts[i - 1]) + " is followed by " + Instant.ofEpochSecond(starts[i])
                        + ", expected steps of " + step + " s)");
            }
        }
        return new PriceSeries(starts[0], step, prices);
    }

    private static void read(String name, String line, int index, long[] starts, double[] prices) {
        String[] cells = line.split(",", -1);
        try {
            starts[index] = Instant.parse(cells[0].strip()).getEpochSecond();
            prices[index] = Double.parseDouble(cells[1].strip());
        } catch (DateTimeParseException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw UserError.usage("Cannot read " + name + ": line " + (index + 2)
                    + " is no UTC time and price (expected e.g. 2025-01-06T00:00:00Z,0.31)");
        }
    }

    private static List<String> lines(Path path, String tariff) {
        try {
            return Files.readAllLines(path);
        } catch (IOException e) {
            throw UserError.usage("Cannot read " + path + ": "
                    + (Files.exists(path) ? "it is no readable UTF-8 text file" : "there is no such file")
                    + " (named by "
                    + tariff + ")");
        }
    }
}
