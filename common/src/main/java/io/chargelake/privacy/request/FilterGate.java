package io.chargelake.privacy.request;

import java.math.BigDecimal;
import java.util.Set;

/** Which filters pass: lists of a category's values, thresholds in coarse steps, a yes or no. */
final class FilterGate {
    private static final String KEY = "filters";
    private static final Set<Operator> OF_CATEGORY = Set.of(Operator.IN, Operator.EQUAL);
    private static final Set<Operator> OF_AMOUNT = Set.of(Operator.AT_LEAST, Operator.BELOW);

    private final Allowlist list;
    private final Refusals refusals;

    FilterGate(Allowlist list, Refusals refusals) {
        this.list = list;
        this.refusals = refusals;
    }

    void check(Filter filter) {
        ListedColumn column = list.column(filter.column()).orElse(null);
        if (column == null) {
            refusals.addUnknown(
                    RequestRule.UNKNOWN_COLUMN,
                    filter.column(),
                    list.columns().stream()
                            .filter(FilterGate::chooses)
                            .map(ListedColumn::name)
                            .toList(),
                    KEY);
        } else if (column instanceof Withheld withheld) {
            boolean id = withheld.rule() == RequestRule.ID_COLUMN;
            refuse(id ? RequestRule.SINGLE_CONTRIBUTOR : withheld.rule(), filter, allowedColumns());
        } else if (column instanceof Category) {
            requireOperator(filter, OF_CATEGORY);
        } else if (column instanceof YesNo) {
            checkYesNo(filter);
        } else if (column instanceof Amount amount) {
            checkAmount(filter, amount);
        }
    }

    private void checkYesNo(Filter filter) {
        if (requireOperator(filter, Set.of(Operator.EQUAL))
                && !Set.of("true", "false").contains(filter.value())) {
            refuse(RequestRule.FILTER_VALUE, filter, "allowed: true, false");
        }
    }

    private void checkAmount(Filter filter, Amount amount) {
        if (amount.thresholds().isEmpty()) {
            refuse(RequestRule.NOT_A_FILTER, filter, allowedColumns());
        } else if (requireOperator(filter, OF_AMOUNT)) {
            checkThreshold(filter, amount.thresholds().get());
        }
    }

    private void checkThreshold(Filter filter, Thresholds thresholds) {
        if (!filter.value().matches("-?\\d{1,12}(\\.\\d{1,9})?")) {
            refuse(RequestRule.FILTER_VALUE, filter, "allowed: a number such as 100");
        } else if (!thresholds.allow(new BigDecimal(filter.value()))) {
            refuse(RequestRule.FILTER_THRESHOLD, filter, filter.value() + " asked for, allowed: " + thresholds);
        }
    }

    private boolean requireOperator(Filter filter, Set<Operator> allowed) {
        boolean holds = allowed.contains(filter.operator());
        if (!holds) {
            String signs = String.join(
                    ", ", allowed.stream().sorted().map(Operator::sign).toList());
            refuse(RequestRule.FILTER_OPERATOR, filter, filter.operator().sign() + " asked for, allowed: " + signs);
        }
        return holds;
    }

    private String allowedColumns() {
        return "allowed: " + Refusals.names(list.columns().stream().filter(FilterGate::chooses)) + "; change " + KEY;
    }

    private static boolean chooses(ListedColumn column) {
        return column instanceof Category
                || column instanceof YesNo
                || column instanceof Amount amount && amount.thresholds().isPresent();
    }

    private void refuse(RequestRule rule, Filter filter, String change) {
        refusals.add(rule, filter.column(), change);
    }
}
