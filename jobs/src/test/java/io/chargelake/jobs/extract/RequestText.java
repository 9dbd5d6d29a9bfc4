package io.chargelake.jobs.extract;

/** A request file in which one line is another. */
final class RequestText {
    static final String USUAL =
            """
            id: energy-by-day
            title: Energy by day
            purpose: Load forecast
            recipient: Grid Operator
            population: sample-fleet
            table: charge_session
            period:
              from: 2026-03-01
              to: 2026-04-01
            dimensions:
              - day
            measures:
              - sum(energy_kwh)
            filters:
              - vehicle_type in [van, truck]
            expires: 2030-12-31
            """;

    static String with(String line, String other) {
        return without(line, other + "\n");
    }

    static String without(String line) {
        return without(line, "");
    }

    private static String without(String line, String instead) {
        if (!USUAL.contains(line + "\n")) {
            throw new IllegalArgumentException("there is no line '" + line + "'");
        }
        return USUAL.replace(line + "\n", instead);
    }

    private RequestText() {}
}
