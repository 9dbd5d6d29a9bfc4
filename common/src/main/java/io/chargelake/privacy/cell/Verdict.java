package io.chargelake.privacy.cell;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the rules say of a cell.
 *
 * @param broken the rules it breaks; none if it is safe
 * @param protection how far anybody's bounds for it must stay from its value, if it is not; otherwise 0
 */
public record Verdict(List<CellRule> broken, long protection) {
    public static final Verdict SAFE = new Verdict(List.of(), 0);

    public Verdict {
        broken = List.copyOf(broken);
        if (broken.isEmpty() ? protection != 0 : protection < 1) {
            throw new IllegalArgumentException("Cannot judge cell: protection " + protection + " with " + broken.size()
                    + " rules broken (0 if none is, otherwise at least 1)");
        }
    }

    public boolean isSafe() {
        return broken.isEmpty();
    }

    public List<String> codes() {
        return broken.stream().map(CellRule::code).toList();
    }

    /** For what is worked out of two cells, as a mean of a sum and a number: safe if both are. */
    public Verdict and(Verdict other) {
        List<CellRule> both =
                Stream.concat(broken.stream(), other.broken.stream()).distinct().toList();
        return new Verdict(both, Math.max(protection, other.protection));
    }
}
