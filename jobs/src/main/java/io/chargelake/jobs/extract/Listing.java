package io.chargelake.jobs.extract;

import io.chargelake.jobs.tables.Col;
import io.chargelake.privacy.request.Amount;
import io.chargelake.privacy.request.Category;
import io.chargelake.privacy.request.ListedColumn;
import io.chargelake.privacy.request.RequestRule;
import io.chargelake.privacy.request.Withheld;
import io.chargelake.privacy.request.YesNo;
import java.util.ArrayList;
import java.util.List;

/** Lists the columns of a table by their declarations, so that no name is written twice. */
final class Listing {
    private final List<ListedColumn> columns = new ArrayList<>();

    /** @param most different values that are expected */
    Listing category(Col col, int most) {
        columns.add(new Category(col.name(), meaning(col), most));
        return this;
    }

    Listing yesNo(Col col) {
        columns.add(new YesNo(col.name(), meaning(col)));
        return this;
    }

    Listing amount(Amount amount) {
        columns.add(amount);
        return this;
    }

    Listing withheld(RequestRule rule, Col... cols) {
        for (Col col : cols) {
            columns.add(new Withheld(col.name(), rule));
        }
        return this;
    }

    List<ListedColumn> columns() {
        return List.copyOf(columns);
    }

    /** Some names say it all. */
    private static String meaning(Col col) {
        return col.meaning().isEmpty() ? col.name().replace('_', ' ') : col.meaning();
    }

    static Amount amountOf(Col col) {
        return Amount.of(col.name(), col.unit(), meaning(col));
    }

    /** Thresholds of half an hour up to two days. */
    static Amount duration(Col col) {
        return amountOf(col)
                .sums("3600")
                .means("60")
                .quantiles("60")
                .values("300")
                .thresholds("1800", "172800");
    }

    static Amount distance(Col col) {
        return amountOf(col).sums("10").means("0.1").quantiles("1").values("5").thresholds("10", "1000");
    }

    static Amount energy(Col col) {
        return amountOf(col)
                .sums("10")
                .means("0.1")
                .quantiles("0.5")
                .values("1")
                .thresholds("10", "200");
    }

    /** The state of charge of one moment is coarse: with the time it is a mark by which a session can be found again. */
    static Amount chargeState(Col col) {
        return amountOf(col).means("1").quantiles("5").values("10");
    }

    static Amount power(Col col) {
        return amountOf(col).means("0.5").quantiles("1").values("5").thresholds("50", "350");
    }
}
