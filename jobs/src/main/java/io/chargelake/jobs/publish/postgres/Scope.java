package io.chargelake.jobs.publish.postgres;

import io.chargelake.jobs.lake.Days;
import io.chargelake.jobs.publish.Item;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** How much of a table has to be brought to the database. */
sealed interface Scope {

    /** For people. */
    String why();

    /** What is there is as new, or newer. */
    record Nothing(String why) implements Scope {}

    /** Every row. */
    record Whole(String why) implements Scope {}

    /**
     * The rows of some days, of which the lake may have none any more.
     *
     * @param left how many days have changed besides, and were not asked for
     */
    record Some(String why, SortedSet<LocalDate> days, int left) implements Scope {}

    /** What a run was asked for beside the tables. */
    record Asked(Days days, Renewal renewal) {}

    /** @param before what was noted when the table was published last; empty where it or its note is not there */
    static Scope of(Item item, Target target, Optional<Published> before, Asked asked) {
        if (asked.renewal() == Renewal.EVERYTHING) {
            return new Whole("asked for anew");
        }
        if (before.isEmpty()) {
            return item.table().isByDay() && !asked.days().isAll()
                    ? some(item, Map.of(), asked.days())
                    : new Whole("new");
        }
        Published last = before.get();
        if (!last.structure().equals(target.structure())) {
            return new Whole("its columns changed");
        }
        if (!last.lake().equals(item.run().context().lakeRoot().toString())) {
            return new Whole("it was of another lake");
        }
        if (last.version().equals(Optional.of(item.version()))) {
            return new Nothing("version " + item.version() + " is there");
        }
        if (last.isOfLaterRunThan(item)) {
            return new Nothing("what is there is of a later run");
        }
        return item.table().isByDay() ? some(item, last.marks(), asked.days()) : new Whole("version " + item.version());
    }

    private static Some some(Item item, Map<LocalDate, String> before, Days asked) {
        SortedMap<LocalDate, String> now = item.marks();
        SortedSet<LocalDate> changed = new TreeSet<>();
        Stream.concat(now.keySet().stream(), before.keySet().stream())
                .filter(day -> !Optional.ofNullable(now.get(day)).equals(Optional.ofNullable(before.get(day))))
                .forEach(changed::add);
        SortedSet<LocalDate> wanted = new TreeSet<>(changed);
        wanted.removeIf(day -> !asked.contains(day));
        return new Some(wanted.size() + " of " + now.size() + " days changed", wanted, changed.size() - wanted.size());
    }
}
