package io.chargelake.privacy.ledger;

import java.util.List;

/**
 * A delivery before anything of it is decided.
 *
 * @param cells all of them; the margins that its tables share too, even if they are not to be published
 */
public record Candidate(String population, String id, List<MeasuredCell> cells) {
    public Candidate {
        cells = List.copyOf(cells);
        if (population.isEmpty() || id.isEmpty() || id.contains("|")) {
            throw new IllegalArgumentException("Cannot judge delivery '" + id + "' of population '" + population
                    + "' (both are needed, no '|' in an id)");
        }
    }
}
