package io.chargelake.jobs.dashboard.fleet;

import io.chargelake.energy.Tariff;
import io.chargelake.jobs.conf.TariffFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tariffs that are built in. */
final class Tariffs {
    private static final Map<String, Tariff> BY_NAME = read();

    private static Map<String, Tariff> read() {
        Map<String, Tariff> byName = new LinkedHashMap<>();
        TariffFile.BUILT_IN.forEach(name -> byName.put(name, TariffFile.read(name)));
        return byName;
    }

    static List<String> names() {
        return List.copyOf(BY_NAME.keySet());
    }

    static Tariff named(String name) {
        return BY_NAME.get(name);
    }

    static List<Map<String, String>> told() {
        return BY_NAME.values().stream()
                .map(tariff -> Map.of("name", tariff.name(), "currency", tariff.currency()))
                .toList();
    }

    private Tariffs() {}
}
