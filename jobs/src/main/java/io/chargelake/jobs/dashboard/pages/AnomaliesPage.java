package io.chargelake.jobs.dashboard.pages;

import static io.chargelake.jobs.dashboard.pages.Field.number;
import static io.chargelake.jobs.dashboard.pages.Field.text;
import static io.chargelake.jobs.dashboard.pages.Field.time;

import io.chargelake.jobs.dashboard.store.Snapshot;
import io.chargelake.jobs.dashboard.store.Source;
import java.util.List;
import java.util.Set;

/** Faults that were noticed, with their evidence; the newest first. */
public final class AnomaliesPage implements Page {
    private static final String NONE = "";
    private static final List<String> KINDS = List.of(NONE, "silent", "stuck_occupied", "flapping", "feed_fault");
    private static final List<String> LEVELS =
            List.of(NONE, Levels.CONNECTOR, Levels.POINT, Levels.STATION, Levels.OPERATOR);

    private static final String FAULTS =
            """
            SELECT kind, level, key, station, operator_name, since, until, noticed_at, score, lost_sessions, lost_kwh, evidence FROM fault
            WHERE ($1 = '' OR kind = $1) AND ($2 = '' OR level = $2) ORDER BY since DESC, key LIMIT 1000
            """;

    @Override
    public String path() {
        return "anomalies";
    }

    @Override
    public Set<String> parameters() {
        return Set.of("kind", "level");
    }

    @Override
    public List<Source> sources() {
        return List.of(Source.ANOMALY);
    }

    @Override
    public Answer answer(Snapshot snapshot, Parameters asked) {
        String kind = asked.oneOf("kind", KINDS, NONE);
        String level = asked.oneOf("level", LEVELS, NONE);
        return Answer.of(
                List.of(Sheet.of(
                                "anomalies",
                                snapshot.rows(FAULTS, kind, level),
                                text("kind"),
                                text("level"),
                                text("key"),
                                text("station"),
                                text("operator"),
                                time("since"),
                                time("until"),
                                time("noticed_at"),
                                number("score"),
                                number("lost_sessions"),
                                number("lost_kwh", "kWh"),
                                text("evidence"))
                        .by("score = -log10 of how probable this is without a fault: 4 is one in ten thousand")),
                sources());
    }
}
