package io.chargelake.jobs.dashboard.pages;

import static io.chargelake.jobs.dashboard.pages.Field.number;
import static io.chargelake.jobs.dashboard.pages.Field.share;
import static io.chargelake.jobs.dashboard.pages.Field.text;
import static io.chargelake.jobs.dashboard.pages.Field.time;

import io.chargelake.jobs.dashboard.store.Snapshot;
import io.chargelake.jobs.dashboard.store.Source;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The last forecast of a place beside what came true, and how wrong such forecasts were. */
public final class ForecastPage implements Page {
    private static final List<String> LEVELS = List.of(Levels.CITY, Levels.STATION, Levels.POINT, Levels.CONNECTOR);

    private static final String FORECAST =
            """
            SELECT hour, horizon_h, value, p10, p90, occupied, coalesce(f.devices, t.devices), made_at, model
            FROM (SELECT * FROM forecast WHERE level = $1 AND key = $2) f FULL JOIN (SELECT * FROM truth WHERE level = $1 AND key = $2) t USING (level, key, hour)
            ORDER BY hour
            """;

    private static final String ERROR =
            "SELECT series, horizon_h, model, mae, rmse, coverage_80, n FROM forecast_error WHERE series = ? ORDER BY horizon_h, model";

    @Override
    public String path() {
        return "forecast";
    }

    @Override
    public Set<String> parameters() {
        return Set.of("level", "key");
    }

    @Override
    public List<Source> sources() {
        return List.of(Source.OCCUPANCY_FORECAST, Source.OCCUPANCY_FEATURE, Source.BACKTEST_SCORE);
    }

    @Override
    public Answer answer(Snapshot snapshot, Parameters asked) {
        String level = asked.oneOf("level", LEVELS, Levels.CITY);
        Object first = snapshot.rows("SELECT min(key) FROM forecast WHERE level = ?", level)
                .get(0)[0];
        String key = asked.text("key").orElse(first == null ? "" : first.toString());
        List<Sheet> sheets = List.of(
                Sheet.of(
                                "forecast",
                                snapshot.rows(FORECAST, level, key),
                                time("hour"),
                                number("horizon_h", "h"),
                                number("value", "devices"),
                                number("p10", "devices"),
                                number("p90", "devices"),
                                number("truth", "devices"),
                                number("devices"),
                                time("made_at"),
                                text("model"))
                        .by(
                                "value: devices occupied, mean of the hour; one of ten hours is below p10, one above p90; truth = share x devices of occupancy_feature"),
                Sheet.of(
                                "error",
                                snapshot.rows(ERROR, level),
                                text("series"),
                                number("horizon_h", "h"),
                                text("model"),
                                number("mae"),
                                number("rmse"),
                                share("coverage_80"),
                                number("n"))
                        .by(
                                "of the backtest: mae = mean |forecast - truth|, coverage_80 = share of truths between p10 and p90"));
        return new Answer(sheets, sources(), Map.of("chosen", Map.of("level", level, "key", key)));
    }
}
