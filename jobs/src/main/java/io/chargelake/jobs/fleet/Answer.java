package io.chargelake.jobs.fleet;

import io.chargelake.energy.study.Totals;
import io.chargelake.jobs.lake.files.NewFile;
import io.chargelake.jobs.tables.Table;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of some sites.
 *
 * @param files that were written for them
 * @param totals by strategy
 */
record Answer(
        Map<Table, List<NewFile>> files,
        Map<String, Totals> totals,
        List<RefusedStay> refused,
        long planned,
        long sites,
        long repeatedSites,
        long missingSlots)
        implements Serializable {

    static Answer nothing() {
        return new Answer(Map.of(), Map.of(), List.of(), 0, 0, 0, 0);
    }

    Answer plus(Answer other) {
        Map<Table, List<NewFile>> both = new LinkedHashMap<>();
        for (Table table : FleetTables.ALL) {
            List<NewFile> of = new ArrayList<>(files.getOrDefault(table, List.of()));
            of.addAll(other.files.getOrDefault(table, List.of()));
            both.put(table, of);
        }
        Map<String, Totals> sums = new TreeMap<>(totals);
        other.totals.forEach((strategy, its) -> sums.merge(strategy, its, Totals::plus));
        List<RefusedStay> all = new ArrayList<>(refused);
        all.addAll(other.refused);
        return new Answer(
                both,
                sums,
                all,
                planned + other.planned,
                sites + other.sites,
                repeatedSites + other.repeatedSites,
                missingSlots + other.missingSlots);
    }
}
