package io.chargelake.jobs.dashboard.pages;

import static io.chargelake.jobs.dashboard.pages.Field.flag;
import static io.chargelake.jobs.dashboard.pages.Field.number;
import static io.chargelake.jobs.dashboard.pages.Field.share;
import static io.chargelake.jobs.dashboard.pages.Field.text;
import static io.chargelake.jobs.dashboard.pages.Field.time;

import io.chargelake.jobs.dashboard.store.Snapshot;
import io.chargelake.jobs.dashboard.store.Source;
import java.util.List;
import java.util.Set;

/** The network: figures of stations, where they are, how they grew, where there are too few and which come next. */
public final class NetworkPage implements Page {
    private static final String COUNTRY = "country";
    private static final String STATE = "state";
    private static final String CITY = "city";
    private static final String OPERATOR = "operator";

    private static final String KPIS =
            """
            SELECT kpi, numerator, denominator, value, unknown_share, basis, CAST(date AS VARCHAR) FROM kpi
            WHERE level = $1 AND key = $2 AND ($1 NOT IN ('state', 'city') OR $3 = '' OR country = $3) AND ($1 <> 'city' OR $4 = '' OR state = $4)
              AND date = (SELECT max(date) FROM kpi) ORDER BY kpi
            """;

    private static final String GROWTH =
            """
            WITH registered AS (
              SELECT date, CAST(value AS BIGINT) AS stations, CAST(NULL AS BIGINT) AS connectors, CAST(NULL AS BIGINT) AS opened, 'register' AS basis FROM kpi
              WHERE kpi = 'stations' AND level = $1 AND key = $2 AND ($1 NOT IN ('state', 'city') OR $3 = '' OR country = $3)
                AND ($1 <> 'city' OR $4 = '' OR state = $4)),
            months AS (
              SELECT month AS date, CAST(sum(stations) AS BIGINT) AS opened, CAST(sum(connectors) AS BIGINT) AS plugs FROM opened
              WHERE $1 = 'all' OR $2 = CASE $1 WHEN 'country' THEN country WHEN 'state' THEN state WHEN 'city' THEN city ELSE operator END GROUP BY month)
            SELECT date, CAST(sum(opened) OVER (ORDER BY date) AS BIGINT), CAST(sum(plugs) OVER (ORDER BY date) AS BIGINT), opened, 'opening dates' FROM months
            UNION ALL SELECT date, stations, connectors, opened, basis FROM registered WHERE NOT EXISTS (SELECT 1 FROM months)
            ORDER BY date
            """;

    /** At most as many as a browser draws; those that are used first. */
    private static final String STATIONS =
            """
            SELECT id, name, city, operator, round(latitude, 5), round(longitude, 5), status, connectors, max_power_kw,
                   coalesce(max_power_kw >= 50, has_fast), occupied_share, observed_share, polled_id
            FROM station
            WHERE latitude IS NOT NULL AND longitude IS NOT NULL AND ($1 = '' OR country = $1) AND ($2 = '' OR state = $2) AND ($3 = '' OR city = $3)
              AND ($4 = '' OR operator = $4)
            ORDER BY polled_id IS NULL, id LIMIT 20000
            """;

    private static final String GAPS =
            "SELECT need, rank, cell, latitude, longitude, weight, weight_basis, nearest_km, limit_km FROM gap ORDER BY need, rank LIMIT 600";
    private static final String SITES =
            """
            SELECT rank, site_id, latitude, longitude, gain, weight_served, cumulative_share, utilisation, utilisation_basis, nearest_km, reason, guarantee
            FROM site ORDER BY rank LIMIT 200
            """;

    @Override
    public String path() {
        return "network";
    }

    @Override
    public Set<String> parameters() {
        return Set.of(COUNTRY, STATE, CITY, OPERATOR);
    }

    @Override
    public List<Source> sources() {
        return List.of(
                Source.STATION_KPI,
                Source.STATION_REGISTER,
                Source.CHARGING_STATION,
                Source.CHARGING_POINT,
                Source.CONNECTOR,
                Source.STATUS_RUN,
                Source.UTILIZATION,
                Source.COVERAGE_GAP,
                Source.SITE_CANDIDATE);
    }

    @Override
    public Answer answer(Snapshot snapshot, Parameters asked) {
        String country = asked.text(COUNTRY).orElse("");
        String state = asked.text(STATE).orElse("");
        String city = asked.text(CITY).orElse("");
        String operator = asked.text(OPERATOR).orElse("");
        if (!operator.isEmpty() && !(country + state + city).isEmpty()) {
            throw Refusal.badRequest(
                    "Figures are known of a place or of an operator: give country, state and city, or operator.");
        }
        String level = !city.isEmpty()
                ? CITY
                : !state.isEmpty() ? STATE : !country.isEmpty() ? COUNTRY : !operator.isEmpty() ? OPERATOR : Levels.ALL;
        String key = level.equals(Levels.ALL) ? Levels.ALL : asked.text(level).orElseThrow();
        return Answer.of(
                List.of(
                        Sheet.of(
                                        "kpis",
                                        snapshot.rows(KPIS, level, key, country, state),
                                        text("kpi"),
                                        number("numerator"),
                                        number("denominator"),
                                        number("value"),
                                        share("unknown_share"),
                                        text("basis"),
                                        time("date"))
                                .by(
                                        "value = numerator / denominator; what is unknown is in neither, unknown_share is its share of the stations"),
                        Sheet.of(
                                        "stations",
                                        snapshot.rows(STATIONS, country, state, city, operator),
                                        text("id"),
                                        text("name"),
                                        text("city"),
                                        text("operator"),
                                        number("lat", "deg"),
                                        number("lon", "deg"),
                                        text("status"),
                                        number("connectors"),
                                        number("max_power_kw", "kW"),
                                        flag("fast"),
                                        share("utilisation"),
                                        share("observed_share"),
                                        text("key"))
                                .by(
                                        "status: of polled stations the best class of its points' last status (unknown when a day older than what most devices have), else the register's; "
                                                + "utilisation = sum(occupied_s) / sum(observed_s) of the station over the last 28 local days of utilization; fast: 50 kW or more"),
                        Sheet.of(
                                        "growth",
                                        snapshot.rows(GROWTH, level, key, country, state),
                                        time("date"),
                                        number("stations"),
                                        number("connectors"),
                                        number("opened"),
                                        text("basis"))
                                .by(
                                        "stations = those of today's register that had opened by the month's end, where opening dates are told; else stations by register delivery"),
                        Sheet.of(
                                        "gaps",
                                        snapshot.rows(GAPS),
                                        text("need"),
                                        number("rank"),
                                        text("cell"),
                                        number("lat", "deg"),
                                        number("lon", "deg"),
                                        number("weight"),
                                        text("weight_basis"),
                                        number("nearest_km", "km"),
                                        number("limit_km", "km"))
                                .by(
                                        "cells whose centre is further than limit_km from the nearest charger of the need, most weight first"),
                        Sheet.of(
                                        "sites",
                                        snapshot.rows(SITES),
                                        number("rank"),
                                        text("site_id"),
                                        number("lat", "deg"),
                                        number("lon", "deg"),
                                        number("gain"),
                                        number("weight_served"),
                                        share("cumulative_share"),
                                        share("utilisation"),
                                        text("utilisation_basis"),
                                        number("nearest_km", "km"),
                                        text("reason"),
                                        text("guarantee"))
                                .by(
                                        "chosen one after the other by what each adds: at least 1 - 1/e of what the best set would serve")),
                sources());
    }
}
