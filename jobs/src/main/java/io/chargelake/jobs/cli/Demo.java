package io.chargelake.jobs.cli;

import io.chargelake.jobs.lake.ExitCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A small world through every job there is, then what came out. */
@Command(
        name = "demo",
        description = "Generate a small world, run every job on it, print what came out.",
        footer = {"", "A month of charging points in a few cities, a fleet of 120 vehicles, a register of 500 stations."
        })
final class Demo implements Steps {
    /** Options that each step takes too. */
    private static final Set<String> SHARED = Set.of("--lake", "--table-format", "--config", "--debug");

    private static final String VEHICLES = "120";

    private static final String HEADLINES =
            """
            SELECT 'charging points' AS what, format_number(count(*), 0) AS figure FROM charging_point
            UNION ALL SELECT 'connectors', format_number(count(*), 0) FROM connector
            UNION ALL SELECT 'statuses of points', format_number(count(*), 0) FROM status_chargingpoints
            UNION ALL SELECT 'statuses of connectors', format_number(count(*), 0) FROM status_connectors
            UNION ALL SELECT 'share of statuses CHARGING (connectors)',
                concat(format_number(100 * avg(CASE WHEN status_connector = 'CHARGING' THEN 1 ELSE 0 END), 1), ' %')
                FROM status_connectors
            UNION ALL SELECT 'share of statuses CHARGING at 18 h local',
                concat(format_number(100 * avg(CASE WHEN status_connector = 'CHARGING' THEN 1 ELSE 0 END), 1), ' %')
                FROM status_connectors JOIN time USING (query_time) WHERE hour = 18
            UNION ALL SELECT 'charging sessions of connectors', format_number(count(*), 0)
                FROM charging_session WHERE device_type = 'connector'
            UNION ALL SELECT 'drives of vehicles', format_number(count(*), 0) FROM drive
            UNION ALL SELECT 'charges of vehicles', format_number(count(*), 0) FROM charge
            UNION ALL SELECT 'mean length of a session',
                concat(format_number(avg(duration_s) / 60, 0), ' min') FROM charging_session WHERE device_type = 'connector'
            UNION ALL SELECT 'trips of vehicles', format_number(count(*), 0) FROM trip
            UNION ALL SELECT 'charge sessions of vehicles', format_number(count(*), 0) FROM charge_session
            UNION ALL SELECT 'share of them that is complete',
                concat(format_number(100 * avg(CASE WHEN complete THEN 1 ELSE 0 END), 1), ' %') FROM charge_session
            UNION ALL SELECT 'energy a trip needs', concat(format_number(100 * sum(energy_kwh) / sum(distance_km), 1), ' kWh/100 km') FROM trip
            UNION ALL SELECT 'stations of the register', format_number(count(*), 0) FROM station_register
            UNION ALL SELECT 'share of them that is fast', concat(format_number(100 * value, 1), ' %')
                FROM station_kpi WHERE level = 'all' AND kpi = 'fast_rate'
            """;

    @Option(
            names = "--raw",
            defaultValue = "./raw",
            paramLabel = "URI",
            description = "where the raw files of the small world go (default ${DEFAULT-VALUE})")
    String raw;

    @Option(
            names = "--maps",
            defaultValue = "./maps",
            paramLabel = "URI",
            description = "where the maps of gaps and sites go (default ${DEFAULT-VALUE})")
    String maps;

    @Option(
            names = "--backtest",
            defaultValue = "./backtest",
            paramLabel = "URI",
            description = "where scores and picture of the forecasts go (default ${DEFAULT-VALUE})")
    String backtest;

    @Option(
            names = "--points",
            defaultValue = "30",
            paramLabel = "N",
            description = "charging points of the small world (default ${DEFAULT-VALUE})")
    int points;

    @Option(
            names = "--to",
            defaultValue = "2025-02-01",
            paramLabel = "DAY",
            description = "UTC day after the last; it begins on 2025-01-01 (default ${DEFAULT-VALUE})")
    LocalDate to;

    @Override
    public int execute(Map<String, String> arguments) {
        List<String> shared = SHARED.stream()
                .filter(arguments::containsKey)
                .sorted()
                .flatMap(name -> Stream.of(name, arguments.get(name)).filter(text -> !text.isEmpty()))
                .toList();
        for (List<String> step : steps()) {
            System.err.println("\n> ./chargelake " + String.join(" ", step));
            int code = Main.execute(joined(step, shared));
            if (code != ExitCode.OK.number()) {
                return code;
            }
        }
        System.err.println();
        int code = Main.execute(joined(List.of("sql", HEADLINES), shared));
        String lake = arguments.getOrDefault("--lake", "./lake");
        System.err.println("\nThe raw files are in " + raw + ", the tables in " + lake + ", the maps in " + maps
                + ". Look around:\n  ./chargelake tables\n  ./chargelake sql \"SELECT * FROM charging_station LIMIT 5\"\n"
                + "The dashboard shows all of it in a browser:\n  ./chargelake " + String.join(" ", dashboard(shared)));
        return code;
    }

    private List<List<String>> steps() {
        String connectors = Integer.toString(points + points / 5);
        String lastDay = to.minusDays(1).toString(); // computed for itself, as every morning
        return List.of(
                List.of(
                        "generate",
                        "all",
                        "--output",
                        raw,
                        "--seed",
                        "7",
                        "--from",
                        "2025-01-01",
                        "--to",
                        to.toString(),
                        "--points",
                        Integer.toString(points),
                        "--connectors",
                        connectors,
                        "--vehicles",
                        VEHICLES,
                        "--stations",
                        "500"),
                List.of("ingest-status", "--input", raw + "/status", "--master", raw + "/master"),
                List.of("occupancy", "--to", lastDay),
                List.of("occupancy", "--from", lastDay),
                List.of("ingest-vehicles", "--input", raw + "/vehicles"),
                List.of("sessions"),
                List.of("indicators"),
                List.of(
                        "ingest-stations",
                        "--input",
                        raw + "/stations",
                        "--as-of",
                        lastDay,
                        "--duplicates",
                        "quarantine"),
                List.of("station-kpis"),
                List.of("coverage-gap", "--output", maps + "/coverage-gap.geojson"),
                List.of("siting", "--sites", "3", "--output", maps + "/site-candidates.geojson"),
                List.of("features"),
                List.of("train", "--validation-days", "7", "--examples", "20000"),
                List.of("forecast"),
                List.of(
                        "backtest",
                        "--horizons",
                        "1,6,24",
                        "--origins",
                        "1",
                        "--test-days",
                        "7",
                        "--validation-days",
                        "7",
                        "--examples",
                        "20000",
                        "--output",
                        backtest),
                List.of("anomalies"),
                List.of("optimise", "--input", raw + "/fleet", "--from", lastDay, "--strategy", "all"));
    }

    private static List<String> dashboard(List<String> shared) {
        var command = new ArrayList<>(List.of("dashboard"));
        command.addAll(shared);
        return command;
    }

    private static String[] joined(List<String> step, List<String> shared) {
        var all = new ArrayList<>(step);
        all.addAll(shared);
        return all.toArray(String[]::new);
    }
}
