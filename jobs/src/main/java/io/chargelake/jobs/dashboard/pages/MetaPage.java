package io.chargelake.jobs.dashboard.pages;

import io.chargelake.jobs.dashboard.store.Snapshot;
import io.chargelake.jobs.dashboard.store.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What there is to choose from. */
public final class MetaPage implements Page {
    private static final List<String> LANGUAGES = List.of("en", "fr");

    /** What does not come from the lake. */
    public record Fixed(String zone, boolean isGuarded, int leastVehicles, Map<String, Object> fleet) {}

    private final Fixed fixed;
    private final VehiclesPage vehicles;

    public MetaPage(Fixed fixed, VehiclesPage vehicles) {
        this.fixed = fixed;
        this.vehicles = vehicles;
    }

    @Override
    public String path() {
        return "meta";
    }

    @Override
    public List<Source> sources() {
        return List.of(Source.values());
    }

    @Override
    public Answer answer(Snapshot snapshot, Parameters asked) {
        Map<String, Object> members = new LinkedHashMap<>();
        Object[] days = snapshot.rows("SELECT min(local_date), max(local_date) FROM use_day WHERE level = 'all'")
                .get(0);
        members.put("zone", fixed.zone());
        members.put("first_day", days[0]);
        members.put("last_day", days[1]);
        members.put("languages", LANGUAGES);
        members.put("countries", keys(snapshot, "country"));
        members.put("states", keys(snapshot, "state"));
        members.put("cities", texts(snapshot, "SELECT DISTINCT key FROM use_day WHERE level = 'city' ORDER BY key"));
        members.put(
                "operators", texts(snapshot, "SELECT DISTINCT key FROM use_day WHERE level = 'operator' ORDER BY key"));
        members.put("network_cities", keys(snapshot, "city"));
        members.put("network_operators", keys(snapshot, "operator"));
        members.put("stations", stations(snapshot));
        members.put("levels", Levels.NAMES);
        members.put("vehicle_types", List.copyOf(vehicles.openTypes(snapshot)));
        members.put("anomaly_kinds", texts(snapshot, "SELECT DISTINCT kind FROM fault ORDER BY kind"));
        members.put("forecast_levels", texts(snapshot, "SELECT DISTINCT level FROM forecast ORDER BY level"));
        members.put(
                "forecast_keys",
                rows(snapshot, "SELECT DISTINCT level, key FROM forecast ORDER BY 1, 2 LIMIT 5000", "level", "key"));
        members.put("privacy", Map.of("min_vehicles", fixed.leastVehicles()));
        members.put("token", fixed.isGuarded());
        members.put("fleet", fixed.fleet());
        return new Answer(List.of(), sources(), members);
    }

    private static List<Object> stations(Snapshot snapshot) {
        return rows(
                snapshot,
                """
                SELECT station, any_value(name), any_value(city), any_value(operator) FROM place
                WHERE station IN (SELECT key FROM use_day WHERE level = 'station') GROUP BY station ORDER BY 2, 1 LIMIT 20000
                """,
                "id",
                "name",
                "city",
                "operator");
    }

    private static List<Object> keys(Snapshot snapshot, String level) {
        return snapshot.rows("SELECT DISTINCT key FROM kpi WHERE level = ? ORDER BY key LIMIT 5000", level).stream()
                .map(row -> row[0])
                .toList();
    }

    private static List<Object> texts(Snapshot snapshot, String sql) {
        return snapshot.rows(sql).stream().map(row -> row[0]).toList();
    }

    private static List<Object> rows(Snapshot snapshot, String sql, String... names) {
        List<Object> all = new ArrayList<>();
        for (Object[] row : snapshot.rows(sql)) {
            Map<String, Object> named = new LinkedHashMap<>();
            for (int i = 0; i < names.length; i++) {
                named.put(names[i], row[i]);
            }
            all.add(named);
        }
        return all;
    }
}
