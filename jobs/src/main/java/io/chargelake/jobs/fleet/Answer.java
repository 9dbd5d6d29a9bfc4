package io.chargelake.jobs.fleet;

import io.chargelake.energy.study.Totals;
import io.chargelake.jobs.lake.files.NewFile;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of some sites.
 *
 * @param files that were written for them, by table
 * @param totals by strategy
 */
record Answer(
        Map<String, List<NewFile>> files,
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
        Map<String, Totals> sums = new TreeMap<>(totals);
        other.totals.forEach((strategy, its) -> sums.merge(strategy, its, Totals::plus));
        List<RefusedStay> all = new ArrayList<>(refused);
        all.addAll(other.refused);
        return new Answer(
                both(files, other.files),
                sums,
                all,
                planned + other.planned,
                sites + other.sites,
                repeatedSites + other.repeatedSites,
                missingSlots + other.missingSlots);
    }

    /** The files of each table, of both. */
    static Map<String, List<NewFile>> both(Map<String, List<NewFile>> some, Map<String, List<NewFile>> others) {
        Map<String, List<NewFile>> both = new TreeMap<>();
        for (Map<String, List<NewFile>> files : List.of(some, others)) {
            files.forEach((table, its) ->
                    both.computeIfAbsent(table, t -> new ArrayList<>()).addAll(its));
        }
        return both;
    }
}
