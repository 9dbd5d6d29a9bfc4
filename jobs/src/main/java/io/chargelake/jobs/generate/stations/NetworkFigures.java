package io.chargelake.jobs.generate.stations;

import io.chargelake.generate.station.StationRow;
import java.util.Map;
import java.util.TreeMap;

/** The sums that the KPIs of the clean register divide, for a reader to compare with. */
final class NetworkFigures {

    private static final int FAST_W = 50_000;

    private final Map<String, Long> sums = new TreeMap<>();

    void add(StationRow row) {
        add("stations", 1);
        add("stations." + row.address().country(), 1);
        add("status." + row.status(), 1);
        add("access." + row.access(), 1);
        add("open_24_7." + row.open247(), 1);
        add("connectors", row.equipment().connectors());
        add("fast_connectors", row.equipment().fastConnectors());
        add("fast_stations", row.equipment().maxPowerW() >= FAST_W ? 1 : 0);
        add("connector_types", row.equipment().connectorTypes().split("\\|", -1).length);
    }

    private void add(String name, long amount) {
        sums.merge(name, amount, Long::sum);
    }

    Map<String, Long> asMap() {
        return sums;
    }
}
