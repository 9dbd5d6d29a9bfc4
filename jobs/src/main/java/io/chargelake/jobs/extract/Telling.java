package io.chargelake.jobs.extract;

import io.chargelake.privacy.cell.CellRules;
import io.chargelake.privacy.delivery.Field;
import io.chargelake.privacy.delivery.Fields;
import io.chargelake.privacy.delivery.Sheet;
import io.chargelake.privacy.delivery.SheetRow;
import io.chargelake.privacy.delivery.Value;
import io.chargelake.privacy.noise.KeyedRounding;
import io.chargelake.privacy.request.Admitted;
import io.chargelake.privacy.request.Product;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The figures that are told, worked out of the quantities that may be. */
final class Telling {
    private final Candidates candidates;
    private final Judgement judgement;
    private final CellRules rules;
    private final byte[] roundingKey;
    private final Map<String, Integer> place = new HashMap<>();

    Telling(Candidates candidates, Judgement judgement, CellRules rules, byte[] roundingKey) {
        this.candidates = candidates;
        this.judgement = judgement;
        this.rules = rules;
        this.roundingKey = roundingKey;
        for (int q = 0; q < candidates.quantities().size(); q++) {
            place.put(candidates.quantities().get(q).name(), q);
        }
    }

    Sheet sheet(Admitted admitted) {
        List<Field> keys = Fields.keys(admitted);
        List<SheetRow> rows = new ArrayList<>();
        for (int i = 0; i < candidates.cells().size(); i++) {
            GatheredCell cell = candidates.cells().get(i);
            int row = i;
            rows.add(new SheetRow(
                    keys.stream()
                            .map(key -> key(key, cell.at().get(key.name())))
                            .toList(),
                    candidates.asks().stream().map(ask -> value(ask, row)).toList()));
        }
        return new Sheet(Product.ANONYMOUS, keys, Fields.figures(admitted), rows);
    }

    /** @param value null in a total */
    static Value key(Field field, String value) {
        if (value == null) {
            return Value.EMPTY;
        }
        return field.type() == Field.Type.INTEGER || field.type() == Field.Type.YEAR
                ? Value.of(Long.parseLong(value))
                : Value.of(value.isEmpty() ? Records.UNKNOWN : value);
    }

    private Value value(Ask ask, int row) {
        return reason(ask, row).isPresent() ? Value.EMPTY : Value.of(Quantity.plain(told(ask, row)));
    }

    private Optional<String> reason(Ask ask, int row) {
        for (Quantity quantity : ask.quantities()) {
            Judgement.Told told = judgement.of(quantity).get(row);
            if (!told.isTold()) {
                return Optional.of(told.reason());
            }
        }
        if (ask.percentile().isPresent()) {
            var verdict =
                    rules.judgePercentile(part(ask.quantities().get(0), row).makeup());
            return verdict.isSafe() ? Optional.empty() : Optional.of(String.join(" ", verdict.codes()));
        }
        boolean isQuotientOfNothing = ask.quantities().size() == 2
                && part(ask.quantities().get(1), row).total() == 0;
        return isQuotientOfNothing ? Optional.of("no_value") : Optional.empty();
    }

    private long told(Ask ask, int row) {
        Quantity first = ask.quantities().get(0);
        GatheredCell.Part part = part(first, row);
        if (ask.percentile().isPresent()) {
            return rounded(
                    ask,
                    part,
                    candidates.cells().get(row).percentiles().get(ask.figure().name()));
        }
        if (ask.quantities().size() == 2) {
            long number = part(ask.quantities().get(1), row).total();
            return rounded(ask, part, Quantity.quotient(part.total(), number));
        }
        return judgement.of(first).get(row).published().orElseThrow();
    }

    private long rounded(Ask ask, GatheredCell.Part part, long value) {
        var rounding = new KeyedRounding(roundingKey, Quantity.base(ask.figure().rounding()));
        return rounding.round(ask.figure().name(), part.sketch(), value);
    }

    private GatheredCell.Part part(Quantity quantity, int row) {
        return candidates.cells().get(row).parts().get(place.get(quantity.name()));
    }

    /** How many cells of a figure are withheld, by reason. */
    Map<String, Integer> withheld(Ask ask) {
        var withheld = new TreeMap<String, Integer>();
        for (int row = 0; row < candidates.cells().size(); row++) {
            reason(ask, row).ifPresent(why -> withheld.merge(why, 1, Integer::sum));
        }
        return withheld;
    }

    int cells() {
        return candidates.cells().size();
    }

    List<Ask> asks() {
        return candidates.asks();
    }

    /** Share of a quantity's sum over the finest cells that is withheld; empty for what has no sum. */
    Optional<Double> withheldShare(Ask ask) {
        List<Judgement.Told> told = judgement.of(ask.quantities().get(0));
        int most = candidates.cells().stream()
                .mapToInt(cell -> cell.at().size())
                .max()
                .orElse(0);
        double all = 0;
        double hidden = 0;
        for (int i = 0; i < told.size(); i++) {
            if (candidates.cells().get(i).at().size() == most) {
                double value = Math.abs((double) told.get(i).cell().total());
                all += value;
                hidden += told.get(i).isTold() ? 0 : value;
            }
        }
        return all == 0 ? Optional.empty() : Optional.of(hidden / all);
    }
}
