package io.chargelake.jobs.extract;

import io.chargelake.privacy.request.Admitted;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/** All cells of a delivery that is yet to be decided. */
record Candidates(String requestHash, String delivery, Scope scope, List<Ask> asks, List<GatheredCell> cells) {
    static Candidates of(Admitted admitted, String delivery, List<Ask> asks, List<GatheredCell> cells) {
        return new Candidates(admitted.request().hash(), delivery, new Scope(admitted), asks, cells);
    }

    List<Quantity> quantities() {
        return Ask.quantities(asks);
    }

    /** The rounding that a quantity is told by, in millionths; where only a quotient of it is told, that of its sum. */
    long base(int quantity) {
        String name = quantities().get(quantity).name();
        return asks.stream()
                .filter(ask -> ask.quantities().get(0).name().equals(name))
                .map(ask -> ask.sumRounding().orElse(null))
                .filter(Objects::nonNull)
                .max(BigDecimal::compareTo)
                .map(Quantity::base)
                .orElse(1L);
    }
}
