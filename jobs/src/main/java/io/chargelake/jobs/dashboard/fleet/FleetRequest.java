package io.chargelake.jobs.dashboard.fleet;

import io.chargelake.energy.VoltageLevel;
import io.chargelake.energy.strategy.PriceOptimisation;
import io.chargelake.energy.strategy.Strategy;
import io.chargelake.energy.strategy.Uncontrolled;
import io.chargelake.energy.strategy.ValleyFilling;
import io.chargelake.generate.fleet.SiteProfile;
import io.chargelake.jobs.dashboard.pages.Parameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The fleet somebody wants to see, and how it charges. */
public record FleetRequest(Vehicles vehicles, Connection connection, String tariff, String strategy, String compare) {
    private static final int LEAST_VEHICLES = 50;
    private static final int MOST_VEHICLES = 2_000;
    private static final int USUAL_VEHICLES = 200;
    /** What the largest standard transformer carries. */
    private static final int MOST_KW = 45_000;

    private static final int MOST_SOLAR_KW = 20_000;
    private static final int MOST_SEED = 1_000_000;
    private static final int USUAL_SEED = 7;
    private static final double USUAL_V2G = 0.2;

    private static final List<String> PROFILES =
            Stream.of(SiteProfile.values()).map(SiteProfile::code).toList();
    private static final List<String> GRIDS =
            Stream.of(VoltageLevel.values()).map(Enum::name).toList();
    /** By their codes, uncontrolled charging first. */
    static final Map<String, Strategy> STRATEGIES = strategies();

    /**
     * @param v2g share of the vehicles that give energy back
     */
    public record Vehicles(int count, Mix mix, SiteProfile profile, double v2g, long seed) {}

    /** Empty is what a site of such vehicles is built with. */
    public record Connection(Optional<Double> siteKw, Optional<VoltageLevel> grid, double solarKw) {}

    public static final Set<String> PARAMETERS = Set.of(
            "vehicles",
            "mix",
            "profile",
            "site_kw",
            "grid",
            "tariff",
            "strategy",
            "compare",
            "solar_kw",
            "v2g",
            "seed");

    public static FleetRequest of(Parameters asked) {
        Vehicles vehicles = new Vehicles(
                asked.whole("vehicles", LEAST_VEHICLES, MOST_VEHICLES, USUAL_VEHICLES),
                Mix.of(asked.oneOf("mix", Mix.codes(), Mix.MIXED.code())),
                SiteProfile.values()[PROFILES.indexOf(asked.oneOf("profile", PROFILES, PROFILES.get(0)))],
                asked.number("v2g", 0, 1, USUAL_V2G),
                asked.whole("seed", 0, MOST_SEED, USUAL_SEED));
        Optional<Double> siteKw = asked.text("site_kw").map(given -> asked.number("site_kw", 0, MOST_KW, 0));
        Optional<VoltageLevel> grid =
                asked.text("grid").map(given -> VoltageLevel.valueOf(asked.oneOf("grid", GRIDS, GRIDS.get(0))));
        return new FleetRequest(
                vehicles,
                new Connection(siteKw, grid, asked.number("solar_kw", 0, MOST_SOLAR_KW, 0)),
                asked.oneOf("tariff", Tariffs.names(), Tariffs.names().get(0)),
                asked.oneOf("strategy", codes(), new PriceOptimisation().code()),
                asked.oneOf("compare", codes(), new ValleyFilling().code()));
    }

    /** Of all strategies, uncontrolled charging first. */
    public static List<String> codes() {
        return List.copyOf(STRATEGIES.keySet());
    }

    private static Map<String, Strategy> strategies() {
        Map<String, Strategy> byCode = new LinkedHashMap<>();
        List<Strategy> all = new ArrayList<>(List.of(new Uncontrolled()));
        all.addAll(Strategy.all());
        all.forEach(strategy -> byCode.put(strategy.code(), strategy));
        return byCode;
    }

    /** What can be asked, for the page's controls. */
    public static Map<String, Object> choices() {
        Map<String, Object> choices = new LinkedHashMap<>();
        choices.put("strategies", codes());
        choices.put(
                "goals",
                STRATEGIES.values().stream()
                        .map(strategy -> Map.of("strategy", strategy.code(), "goal", strategy.goal()))
                        .toList());
        choices.put("tariffs", Tariffs.told());
        choices.put("profiles", PROFILES);
        choices.put("mixes", Mix.codes());
        choices.put("grids", GRIDS);
        Map<String, Object> limits = new LinkedHashMap<>();
        limits.put("vehicles", range(LEAST_VEHICLES, MOST_VEHICLES));
        limits.put("site_kw", range(0, MOST_KW));
        limits.put("solar_kw", range(0, MOST_SOLAR_KW));
        limits.put("v2g", range(0, 1));
        limits.put("seed", range(0, MOST_SEED));
        choices.put("limits", limits);
        choices.put("defaults", FleetDay.of(of(Parameters.none())).told());
        return choices;
    }

    private static Map<String, Integer> range(int least, int most) {
        Map<String, Integer> range = new LinkedHashMap<>();
        range.put("min", least);
        range.put("max", most);
        return range;
    }
}
