package io.chargelake.jobs.lake;

import java.time.zone.ZoneRulesProvider;

/** The version of the time-zone rules in use: local days depend on it. */
final class TzData {
    static final String VERSION =
            ZoneRulesProvider.getVersions("UTC").lastEntry().getKey();

    private TzData() {}
}
