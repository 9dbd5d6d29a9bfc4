package io.chargelake.forecast;

import io.chargelake.text.CsvRecords;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Hourly series of a CSV file: its first column is the time, every other a series. Rows may come in any order. An hour without a row
 * and an empty cell were not observed; an hour that is there twice, as where clocks are set back, counts with the mean of its rows.
 *
 * @param missing cells that were not observed
 * @param twice rows of an hour that had one already
 */
public record SeriesFile(HourlySeries series, long missing, long twice) {
    /** No charging point and no city comes near; sums of squares stay finite. */
    private static final double MOST = 1e12;

    /** Longer files are no hourly series of charging: a year taken wrongly must not fill the memory. */
    private static final long MOST_HOURS = 30L * 366 * 24;

    private static final List<String> NOTHING = List.of("", "nan", "na", "null");

    /** Sums of an hour's rows, and how many there are of each series. */
    private record Hour(double[] sum, int[] rows) {}

    /** @param name of the file, for messages */
    public static SeriesFile read(InputStream in, String name) throws IOException {
        try (CsvRecords records = new CsvRecords(in)) {
            String header =
                    records.next().orElseThrow(() -> unusable(name, "it is empty (a header, then a row an hour)"));
            char delimiter = header.indexOf(';') >= 0 && header.indexOf(',') < 0 ? ';' : ',';
            List<String> names = names(CsvRecords.fields(header, delimiter), name);
            SortedMap<LocalDateTime, Hour> hours = new TreeMap<>();
            long twice = 0;
            int line = 1;
            for (var record = records.next(); record.isPresent(); record = records.next()) {
                line++;
                List<String> fields = CsvRecords.fields(record.get(), delimiter);
                if (fields.size() != names.size() + 1) {
                    throw unusable(
                            name,
                            "line " + line + " has " + fields.size() + " cells, the header " + (names.size() + 1));
                }
                LocalDateTime time = time(fields.get(0).strip(), name, line);
                Hour hour = hours.get(time);
                if (hour == null) {
                    hour = new Hour(new double[names.size()], new int[names.size()]);
                    hours.put(time, hour);
                } else {
                    twice++;
                }
                for (int i = 0; i < names.size(); i++) {
                    add(hour, i, number(fields.get(i + 1).strip(), name, line, names.get(i)));
                }
            }
            return laidOut(names, hours, twice, name);
        }
    }

    private static List<String> names(List<String> header, String file) {
        List<String> names = header.stream().skip(1).map(String::strip).toList();
        if (names.isEmpty()) {
            throw unusable(file, "it has one column (the first is the time, every other a series)");
        }
        if (names.stream().distinct().count() != names.size()) {
            throw unusable(file, "two of its series have the same name");
        }
        return names;
    }

    private static void add(Hour hour, int series, double value) {
        if (!Double.isNaN(value)) {
            hour.sum()[series] += value;
            hour.rows()[series]++;
        }
    }

    private static LocalDateTime time(String text, String file, int line) {
        String iso = text.replace(' ', 'T');
        LocalDateTime time;
        try {
            if (iso.length() == "2025-01-31".length()) {
                time = LocalDate.parse(iso).atStartOfDay();
            } else if (iso.endsWith("Z") || iso.matches(".*T.*[+-]\\d\\d(:?\\d\\d)?")) {
                time = OffsetDateTime.parse(iso.replaceFirst("([+-]\\d\\d)$", "$1:00"))
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toLocalDateTime();
            } else {
                time = LocalDateTime.parse(iso);
            }
        } catch (DateTimeParseException e) {
            throw unusable(
                    file, "line " + line + " has the time '" + text + "' (2025-01-31 17:00:00, 2025-01-31T17:00Z)");
        }
        if (!time.equals(time.truncatedTo(ChronoUnit.HOURS))) {
            throw unusable(file, "line " + line + " is not at a full hour (" + text + "; sum it up by hours before)");
        }
        return time;
    }

    private static double number(String text, String file, int line, String series) {
        if (NOTHING.contains(text.toLowerCase(java.util.Locale.ROOT))) {
            return Double.NaN;
        }
        try {
            double value = Double.parseDouble(text);
            if (Math.abs(value) <= MOST) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below, as any other cell that is no sound number
        }
        throw unusable(
                file,
                "line " + line + ", series '" + series + "' has '" + text
                        + "' (a number up to 1e12, or nothing where it was" + " not observed)");
    }

    private static SeriesFile laidOut(
            List<String> names, SortedMap<LocalDateTime, Hour> hours, long twice, String file) {
        if (hours.isEmpty()) {
            throw unusable(file, "it has a header but no row");
        }
        LocalDateTime start = hours.firstKey();
        long count = ChronoUnit.HOURS.between(start, hours.lastKey()) + 1;
        if (count > MOST_HOURS) {
            throw unusable(
                    file,
                    "it reaches from " + start + " to " + hours.lastKey() + " (30 years at most; is a year wrong?)");
        }
        double[][] values = new double[names.size()][(int) count];
        for (double[] of : values) {
            Arrays.fill(of, Double.NaN);
        }
        long[] missing = {count * names.size()};
        hours.forEach((time, hour) -> {
            int at = (int) ChronoUnit.HOURS.between(start, time);
            for (int i = 0; i < values.length; i++) {
                if (hour.rows()[i] > 0) {
                    values[i][at] = hour.sum()[i] / hour.rows()[i];
                    missing[0]--;
                }
            }
        });
        return new SeriesFile(new HourlySeries(new ArrayList<>(names), start, values), missing[0], twice);
    }

    private static UnusableSeries unusable(String file, String reason) {
        return new UnusableSeries("Cannot read the series of " + file + ": " + reason);
    }
}
