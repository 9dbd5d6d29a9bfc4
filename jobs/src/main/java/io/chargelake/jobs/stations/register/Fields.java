package io.chargelake.jobs.stations.register;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields of one row by name, without regard to case. */
record Fields(Map<String, String> byName) {

    /** The first of the names that has a value: registers rename their columns over the years. */
    Optional<String> get(String... names) {
        return Stream.of(names)
                .map(name -> StationDraft.given(byName.get(key(name))))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Names as they are looked up, of names parted by {@code |}. */
    static Set<String> keys(String names) {
        return Stream.of(names.split("\\|")).map(Fields::key).collect(Collectors.toUnmodifiableSet());
    }

    static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
