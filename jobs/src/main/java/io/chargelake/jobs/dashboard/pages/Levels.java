package io.chargelake.jobs.dashboard.pages;

import io.chargelake.jobs.dashboard.store.Snapshot;
import java.util.List;

/** What occupancy is told of: all points, groups of them, devices. */
final class Levels {
    static final String ALL = "all";
    static final String CITY = "city";
    static final String OPERATOR = "operator";
    static final String STATION = "station";
    static final String POINT = "point";
    static final String CONNECTOR = "connector";

    static final List<String> NAMES = List.of(ALL, CITY, OPERATOR, STATION, POINT, CONNECTOR);

    /** A key of a level. */
    record Chosen(String level, String key) {
        boolean isDevice() {
            return level.equals(POINT) || level.equals(CONNECTOR);
        }
    }

    /** Without a key the first one of the level. */
    static Chosen of(Snapshot snapshot, Parameters asked, String otherwise) {
        String level = asked.oneOf("level", NAMES, otherwise);
        if (level.equals(ALL)) {
            if (asked.text("key").isPresent()) {
                throw Refusal.badRequest("Level all has no key.");
            }
            return new Chosen(ALL, ALL);
        }
        return new Chosen(
                level,
                asked.text("key").map(key -> known(snapshot, level, key)).orElseGet(() -> first(snapshot, level)));
    }

    private static String known(Snapshot snapshot, String level, String key) {
        if (snapshot.rows("SELECT 1 FROM use_day WHERE level = ? AND key = ? LIMIT 1", level, key)
                .isEmpty()) {
            throw Refusal.badRequest(
                    "There is no such key of level " + level + "; /api/meta lists cities, operators and stations.");
        }
        return key;
    }

    private static String first(Snapshot snapshot, String level) {
        Object first = snapshot.rows("SELECT min(key) FROM use_day WHERE level = ?", level)
                .get(0)[0];
        return first == null ? "" : first.toString();
    }

    private Levels() {}
}
