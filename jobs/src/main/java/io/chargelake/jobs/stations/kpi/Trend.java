package io.chargelake.jobs.stations.kpi;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.tables.StationKpi;
import io.chargelake.text.TextTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** The figures of the whole network for people: those of one date with what they are made of, and how they changed. */
final class Trend {
    private static final String ALL = "all";

    static String of(Run run, LocalDate date, int dates) {
        Dataset<Row> network = run.lake()
                .read(StationKpi.TABLE)
                .where(StationKpi.LEVEL
                        .col()
                        .equalTo(ALL)
                        .and(StationKpi.DATE.col().leq(lit(date))));
        List<LocalDate> last = new ArrayList<>(network.select(StationKpi.DATE.col())
                .distinct()
                .orderBy(col(StationKpi.DATE.name()).desc())
                .limit(dates)
                .as(Encoders.LOCALDATE())
                .collectAsList());
        Collections.reverse(last);
        List<Row> rows = network.where(StationKpi.DATE.col().isin(last.toArray()))
                .select(
                        StationKpi.DATE.col(),
                        StationKpi.KPI.col(),
                        StationKpi.NUMERATOR.col(),
                        StationKpi.DENOMINATOR.col(),
                        StationKpi.VALUE.col(),
                        StationKpi.UNKNOWN_SHARE.col(),
                        StationKpi.BASIS.col())
                .orderBy(StationKpi.DATE.col(), StationKpi.KPI.col())
                .collectAsList();
        String made = made(rows, date);
        return last.size() > 1 ? made + "\n" + trend(rows, last) : made;
    }

    private static String made(List<Row> rows, LocalDate date) {
        TextTable table =
                new TextTable(List.of("kpi on " + date, "numerator", "denominator", "value", "unknown", "basis"));
        rows.stream()
                .filter(row -> row.getLocalDate(0).equals(date))
                .forEach(row -> table.add(List.of(
                        row.getString(1),
                        whole(row, 2),
                        whole(row, 3),
                        value(row),
                        row.isNullAt(5) ? "" : percent(row.getDouble(5)),
                        row.getString(6))));
        return table.render();
    }

    private static String trend(List<Row> rows, List<LocalDate> dates) {
        TextTable table =
                new TextTable(Stream.concat(Stream.of("trend"), dates.stream().map(LocalDate::toString))
                        .toList());
        Map<String, Map<LocalDate, String>> values = new LinkedHashMap<>();
        rows.forEach(row -> values.computeIfAbsent(row.getString(1), kpi -> new LinkedHashMap<>())
                .put(row.getLocalDate(0), value(row)));
        values.forEach((kpi, byDate) ->
                table.add(Stream.concat(Stream.of(kpi), dates.stream().map(date -> byDate.getOrDefault(date, "")))
                        .toList()));
        return table.render();
    }

    private static String whole(Row row, int column) {
        return String.format(Locale.ROOT, "%,.0f", row.getDouble(column));
    }

    /** Counts as they are, shares as percent. */
    private static String value(Row row) {
        if (row.isNullAt(4)) {
            return "";
        }
        String kpi = row.getString(1);
        boolean isShare = kpi.endsWith("_rate") || kpi.startsWith("growth");
        return isShare
                ? percent(row.getDouble(4))
                : String.format(Locale.ROOT, kpi.endsWith("diversity") ? "%.3f" : "%,.0f", row.getDouble(4));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private Trend() {}
}
