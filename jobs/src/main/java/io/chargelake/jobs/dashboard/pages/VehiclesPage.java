package io.chargelake.jobs.dashboard.pages;

import static io.chargelake.jobs.dashboard.pages.Field.flag;
import static io.chargelake.jobs.dashboard.pages.Field.number;
import static io.chargelake.jobs.dashboard.pages.Field.share;
import static io.chargelake.jobs.dashboard.pages.Field.text;

import io.chargelake.jobs.dashboard.pages.FewVehicles.Cell;
import io.chargelake.jobs.dashboard.store.Measure;
import io.chargelake.jobs.dashboard.store.Snapshot;
import io.chargelake.jobs.dashboard.store.Source;
import io.chargelake.privacy.cell.CellSettings;
import io.chargelake.privacy.cell.ContributorKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Trips and charge sessions of many vehicles together: nothing of few, and never how many vehicles a figure is of. */
public final class VehiclesPage implements Page {
    private static final String TYPE = "type";
    private static final double PERCENT = 100;

    private final FewVehicles few;
    private final double dominance;
    private final int leastForPercentiles;

    /** @param cells the thresholds that extracts have */
    public VehiclesPage(CellSettings cells) {
        this.few = new FewVehicles(cells.least().get(ContributorKind.VEHICLE));
        this.dominance = cells.dominancePercent() / PERCENT;
        this.leastForPercentiles = cells.leastForPercentiles();
    }

    @Override
    public String path() {
        return "vehicles";
    }

    @Override
    public Set<String> parameters() {
        return Set.of(TYPE);
    }

    @Override
    public List<Source> sources() {
        return List.of(Source.TRIP, Source.CHARGE_SESSION, Source.CYCLE, Source.VEHICLE, Source.INDICATOR);
    }

    @Override
    public Answer answer(Snapshot snapshot, Parameters asked) {
        Set<String> open = openTypes(snapshot);
        List<String> allowed = new ArrayList<>(List.of(FewVehicles.ALL));
        allowed.addAll(open);
        String type = asked.oneOf(TYPE, allowed, FewVehicles.ALL);
        List<Sheet> sheets = new ArrayList<>();
        sheets.add(indicators(snapshot, "trips", "trip", type));
        sheets.add(indicators(snapshot, "charge_sessions", "session", type));
        for (Measure measure : Measure.values()) {
            sheets.add(histogram(snapshot, measure, type, open));
        }
        sheets.add(types(snapshot, open));
        sheets.add(batteries(snapshot, type, open));
        sheets.add(completeness(snapshot, type, open));
        return Answer.of(sheets, sources());
    }

    /** Types of vehicles that may be chosen. */
    public Set<String> openTypes(Snapshot snapshot) {
        Map<String, Long> vehicles = new TreeMap<>();
        snapshot.rows("SELECT type, max(vehicles) FROM vehicle_count WHERE type <> '' GROUP BY type")
                .forEach(row -> vehicles.put((String) row[0], whole(row[1])));
        return few.openTypes(vehicles);
    }

    /** Figures of the indicator table over its last year; percentiles of many vehicles only. */
    private Sheet indicators(Snapshot snapshot, String name, String of, String type) {
        boolean isAll = type.equals(FewVehicles.ALL);
        long vehicles = snapshot.rows("SELECT max(vehicles) FROM vehicle_count WHERE type = ?", type).stream()
                .mapToLong(row -> row[0] == null ? 0 : whole(row[0]))
                .sum();
        boolean isFew = few.isFew(vehicles);
        boolean hasPercentiles = vehicles >= leastForPercentiles;
        List<Object[]> rows = snapshot
                .rows(
                        """
                        SELECT indicator, unit, value, n FROM year_indicator
                        WHERE dimension = ? AND key = ? AND (starts_with(indicator, ?) OR contains(indicator, ?)
                          OR (? = 'trip' AND indicator IN ('energy_per_100km', 'energy_per_hour', 'soc_used_per_hour'))) ORDER BY indicator
                        """,
                        isAll ? "all" : "vehicle_type",
                        isAll ? "all" : type,
                        of,
                        "_" + of + "s",
                        of)
                .stream()
                .filter(row -> !isFew && (hasPercentiles || !row[0].toString().matches(".*_p[0-9]{2}")))
                .toList();
        return Sheet.of(name, rows, text("indicator"), text("unit"), number("value"), number("n"))
                .by(
                        "table indicator, period year, the last one; docs/indicators.md tells each; percentiles are shown of "
                                + leastForPercentiles + " vehicles or more");
    }

    private Sheet histogram(Snapshot snapshot, Measure measure, String type, Set<String> open) {
        List<Object[]> found = snapshot.rows(
                """
                SELECT CAST(from_value AS VARCHAR), c.type, c.vehicles, CASE WHEN isinf(from_value) THEN NULL ELSE from_value END,
                       CASE WHEN isinf(to_value) THEN NULL ELSE to_value END, c.n
                FROM measure_edge JOIN charge_bin c USING (measure, from_value, to_value) WHERE measure = ? ORDER BY from_value
                """,
                measure.code());
        Set<String> hidden = hidden(found, type, open);
        List<Object[]> rows = new ArrayList<>();
        for (Object[] row : found) {
            if (row[1].equals(type)) {
                boolean isHidden = hidden.contains((String) row[0]);
                rows.add(new Object[] {row[3], row[4], isHidden ? null : row[5], isHidden});
            }
        }
        return Sheet.of(
                        "histogram_" + measure.code(),
                        rows,
                        number("from", measure.unit()),
                        number("to", measure.unit()),
                        number("n", "sessions"),
                        flag("suppressed"))
                .by(
                        "charge sessions with from <= value < to; a bin of few vehicles, and one more so that it can't be worked out, is suppressed");
    }

    /** @param cells rows that begin with bin, type and vehicles */
    private Set<String> hidden(List<Object[]> cells, String type, Set<String> open) {
        List<Cell> all = cells.stream()
                .map(row -> new Cell((String) row[0], (String) row[1], whole(row[2])))
                .toList();
        return type.equals(FewVehicles.ALL) ? few.hidden(all) : few.hiddenOfTypes(all, open);
    }

    private Sheet types(Snapshot snapshot, Set<String> open) {
        List<Object[]> rows = new ArrayList<>();
        for (Object[] row : snapshot.rows(
                "SELECT type, largest, trips, 100 * kwh / km, kwh / trips, CAST(thirsty AS DOUBLE) / trips, vehicles FROM trip_type ORDER BY 4 DESC, type")) {
            boolean isShown = open.contains((String) row[0]) && real(row[1]) <= dominance && !few.isFew(whole(row[6]));
            rows.add(
                    isShown
                            ? new Object[] {row[0], row[2], row[3], row[4], row[5], false}
                            : new Object[] {row[0], null, null, null, null, true});
        }
        return Sheet.of(
                        "types",
                        rows,
                        text("type"),
                        number("trips"),
                        number("kwh_per_100km", "kWh/100 km"),
                        number("kwh_per_trip", "kWh"),
                        share("thirsty_share"),
                        flag("suppressed"))
                .by(
                        "of trips whose energy and distance are known: 100 x sum(energy_kwh) / sum(distance_km); thirsty: above 20 kWh/100 km");
    }

    /** By model; where no model has vehicles enough, by type of battery. Never both, as one could be taken off the other. */
    private Sheet batteries(Snapshot snapshot, String type, Set<String> open) {
        List<Object[]> models = batteries(snapshot, "model", type, open);
        boolean tells = models.stream().anyMatch(row -> Boolean.FALSE.equals(row[6]));
        return Sheet.of(
                        "batteries",
                        tells ? models : batteries(snapshot, "battery_type", type, open),
                        text("grouped_by"),
                        text("model"),
                        number("cycles"),
                        number("kwh_per_100km", "kWh/100 km"),
                        number("soc_lost_per_hour", "%/h"),
                        number("parked_h", "h"),
                        flag("suppressed"))
                .by(
                        "of cycles: 100 x sum(energy_out_kwh) / sum(distance_km); soc_lost_per_hour = sum(soc_lost_parked) / sum(parked_s) x 3600");
    }

    private List<Object[]> batteries(Snapshot snapshot, String kind, String type, Set<String> open) {
        List<Object[]> found = snapshot.rows(
                """
                SELECT key, type, vehicles, kind, cycles, 100 * kwh / nullif(km, 0), soc_lost * 3600 / nullif(parked_s, 0), parked_s / 3600.0, largest
                FROM battery WHERE kind = ? ORDER BY 6 DESC NULLS LAST, key
                """,
                kind);
        Set<String> hidden = hidden(found, type, open);
        List<Object[]> rows = new ArrayList<>();
        for (Object[] row : found) {
            if (row[1].equals(type)) {
                boolean isHidden = hidden.contains((String) row[0]) || real(row[8]) > dominance;
                rows.add(
                        isHidden
                                ? new Object[] {kind, row[0], null, null, null, null, true}
                                : new Object[] {kind, row[0], row[4], row[5], row[6], row[7], false});
            }
        }
        return rows;
    }

    private Sheet completeness(Snapshot snapshot, String type, Set<String> open) {
        List<Object[]> found = snapshot.rows("SELECT flag, type, vehicles, n FROM completeness ORDER BY n DESC, flag");
        Set<String> hidden = hidden(found, type, open);
        long sessions =
                snapshot.rows("SELECT n FROM vehicle_count WHERE type = ? AND what = 'charge_sessions'", type).stream()
                        .mapToLong(row -> whole(row[0]))
                        .sum();
        List<Object[]> rows = new ArrayList<>();
        for (Object[] row : found) {
            if (row[1].equals(type)) {
                boolean isHidden = hidden.contains((String) row[0]);
                rows.add(
                        isHidden
                                ? new Object[] {row[0], null, null, true}
                                : new Object[] {row[0], row[3], whole(row[3]) / (double) sessions, false});
            }
        }
        return Sheet.of("completeness", rows, text("flag"), number("sessions"), share("share"), flag("suppressed"))
                .by(
                        "share = sessions with the flag / charge sessions; a session may have several flags, complete ones have none");
    }

    private static long whole(Object number) {
        return ((Number) number).longValue();
    }

    private static double real(Object number) {
        return number == null ? 0 : ((Number) number).doubleValue();
    }
}
