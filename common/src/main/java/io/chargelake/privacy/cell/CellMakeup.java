package io.chargelake.privacy.cell;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** What a cell is made of, by each kind of contributor that its table knows; one kind at least. */
public record CellMakeup(Map<ContributorKind, Contributions> byKind) {
    public CellMakeup {
        if (byKind.isEmpty()) {
            throw new IllegalArgumentException(
                    "Cannot judge cell: no kind of contributor is known (vehicle, site or operator is needed)");
        }
        byKind = Collections.unmodifiableMap(new EnumMap<>(byKind));
    }

    public static CellMakeup of(ContributorKind kind, Contributions contributions) {
        return new CellMakeup(Map.of(kind, contributions));
    }

    public Set<ContributorKind> kinds() {
        return byKind.keySet();
    }

    public boolean knows(ContributorKind kind) {
        return byKind.containsKey(kind);
    }

    public Contributions of(ContributorKind kind) {
        return byKind.get(kind);
    }
}
