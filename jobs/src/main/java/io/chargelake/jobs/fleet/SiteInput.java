package io.chargelake.jobs.fleet;

import io.chargelake.energy.Site;
import io.chargelake.energy.Stay;
import io.chargelake.energy.grid.Connection;
import java.util.List;

/**
 * All that is known of a site.
 *
 * @param refused stays that can't be planned
 * @param repeats how often more than once it is told of
 * @param missingSlots for which no load is told
 */
record SiteInput(
        Site site, Connection connection, List<Stay> stays, List<RefusedStay> refused, int repeats, int missingSlots) {}
