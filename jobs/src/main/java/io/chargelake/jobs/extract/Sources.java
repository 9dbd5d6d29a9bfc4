package io.chargelake.jobs.extract;

import io.chargelake.privacy.request.Gate;
import io.chargelake.privacy.request.Limits;
import java.util.List;

/** All tables that extracts are made of. */
final class Sources {
    static final List<Source> ALL =
            List.of(TripSource.SOURCE, ChargeSessionSource.SOURCE, CycleSource.SOURCE, OccupancySource.SOURCE);

    static Gate gate(Limits limits) {
        return new Gate(ALL.stream().map(Source::allowlist).toList(), limits);
    }

    /** Of a request that passed the gate. */
    static Source named(String table) {
        return ALL.stream()
                .filter(source -> source.table().name().equals(table))
                .findFirst()
                .orElseThrow();
    }

    private Sources() {}
}
