package io.chargelake.jobs.extract;

import io.chargelake.privacy.request.Admitted;
import io.chargelake.privacy.request.Amount;
import io.chargelake.privacy.request.Figure;
import io.chargelake.privacy.request.Statistic;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** A figure, and the quantities it is worked out of: it is told only where all of them may be. */
record Ask(Figure figure, List<Quantity> quantities, Optional<BigDecimal> sumRounding) {
    Ask {
        quantities = List.copyOf(quantities);
    }

    static List<Ask> of(Admitted admitted) {
        return admitted.figures().stream().map(figure -> of(admitted, figure)).toList();
    }

    private static Ask of(Admitted admitted, Figure figure) {
        String table = admitted.allowlist().table();
        String column = figure.column();
        List<Quantity> quantities =
                switch (figure.statistic()) {
                    case SUM -> List.of(Quantity.sum(table, column));
                    case MEAN -> List.of(Quantity.sum(table, column), Quantity.number(table, column));
                    case SHARE -> List.of(Quantity.yes(table, column), Quantity.number(table, column));
                    case COUNT, P10, P50, P90 -> List.of(Quantity.number(table, column));
                    case VALUE -> List.of();
                };
        return new Ask(figure, quantities, sumRounding(admitted, figure));
    }

    private static Optional<BigDecimal> sumRounding(Admitted admitted, Figure figure) {
        return figure.statistic() == Statistic.SUM || figure.statistic() == Statistic.COUNT
                ? Optional.of(figure.rounding())
                : admitted.allowlist()
                        .column(figure.column())
                        .filter(Amount.class::isInstance)
                        .map(amount -> ((Amount) amount).roundings().get(Statistic.SUM));
    }

    /** Each once, in the order of the figures. */
    static List<Quantity> quantities(Collection<Ask> asks) {
        var byName = new LinkedHashMap<String, Quantity>();
        asks.forEach(ask -> ask.quantities().forEach(quantity -> byName.putIfAbsent(quantity.name(), quantity)));
        return List.copyOf(byName.values());
    }

    /** Which percentile; empty for other figures. */
    Optional<Double> percentile() {
        return switch (figure.statistic()) {
            case P10 -> Optional.of(0.1);
            case P50 -> Optional.of(0.5);
            case P90 -> Optional.of(0.9);
            default -> Optional.empty();
        };
    }
}
