package io.chargelake.privacy.request;

import java.util.List;
import java.util.stream.Stream;

/** Which dimensions pass: time labels and categories, and not too many cells of them. */
final class DimensionGate {
    private static final String KEY = "dimensions";

    private final Allowlist list;
    private final Limits limits;
    private final Refusals refusals;

    DimensionGate(Allowlist list, Limits limits, Refusals refusals) {
        this.list = list;
        this.limits = limits;
        this.refusals = refusals;
    }

    void check(Question question) {
        List<Dimension> dimensions = question.dimensions();
        dimensions.stream()
                .filter(dimension -> dimension.timeLabel().isEmpty())
                .forEach(dimension -> checkColumn(dimension.name()));
        if (dimensions.size() > limits.dimensions()) {
            refusals.add(
                    RequestRule.TOO_MANY_DIMENSIONS,
                    KEY,
                    dimensions.size() + " asked for, allowed: at most " + limits.dimensions() + "; leave some out");
        }
        long cells = cells(question);
        if (cells > limits.cells()) {
            refusals.add(
                    RequestRule.TOO_MANY_CELLS,
                    KEY,
                    "about " + cells + " cells asked for, allowed: at most " + limits.cells()
                            + "; use coarser dimensions or a shorter period");
        }
    }

    private void checkColumn(String name) {
        ListedColumn column = list.column(name).orElse(null);
        if (column instanceof Withheld withheld) {
            refusals.add(withheld.rule(), name, allowed());
        } else if (column == null) {
            refusals.addUnknown(RequestRule.UNKNOWN_COLUMN, name, names(), KEY);
        } else if (!(column instanceof Category)) {
            refusals.add(RequestRule.NOT_A_DIMENSION, name, allowed());
        }
    }

    private List<String> names() {
        return Stream.concat(
                        TimeLabel.codes().stream(),
                        list.all(Category.class).stream().map(Category::name))
                .toList();
    }

    private String allowed() {
        return "allowed: " + String.join(", ", names()) + "; change " + KEY;
    }

    /** As many as there could be; one at most counts for a dimension that is refused anyway. */
    private long cells(Question question) {
        double cells = question.dimensions().stream()
                .mapToDouble(dimension -> dimension
                        .timeLabel()
                        .map(label -> label.labels(question.period()))
                        .orElseGet(() -> values(dimension.name(), question)))
                .reduce(1, (a, b) -> a * b);
        return (long) Math.min(cells, Long.MAX_VALUE);
    }

    private long values(String column, Question question) {
        return list.column(column)
                .filter(Category.class::isInstance)
                .map(category -> question.filters().stream()
                        .filter(filter -> filter.column().equals(column))
                        .mapToLong(filter -> filter.values().size())
                        .findFirst()
                        .orElse(((Category) category).most()))
                .orElse(1L);
    }
}
