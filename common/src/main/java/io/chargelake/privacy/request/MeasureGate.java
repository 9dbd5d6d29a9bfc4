package io.chargelake.privacy.request;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which measures pass, and as what figures. */
final class MeasureGate {
    private static final String KEY = "measures";
    private static final Set<String> EXTREMES =
            Set.of("min", "max", "minimum", "maximum", "range", "first", "last", "top", "bottom", "greatest", "least");
    private static final Pattern PERCENTILE = Pattern.compile("p\\d{1,3}");
    private static final Set<String> PEOPLE = Set.of(
            "vehicles",
            "users",
            "drivers",
            "customers",
            "clients",
            "people",
            "persons",
            "contributors",
            "operators",
            "sites",
            "devices",
            "points",
            "stations");

    private final Allowlist list;
    private final Limits limits;
    private final Refusals refusals;

    MeasureGate(Allowlist list, Limits limits, Refusals refusals) {
        this.list = list;
        this.limits = limits;
        this.refusals = refusals;
    }

    /** What passes; fewer than there are measures only where something was refused. */
    List<Figure> figures(Request request) {
        List<Measure> measures = request.question().measures();
        if (measures.size() > limits.measures()) {
            refusals.add(
                    RequestRule.TOO_MANY_MEASURES,
                    KEY,
                    measures.size() + " asked for, allowed: at most " + limits.measures() + "; leave some out");
        }
        List<Figure> figures = new ArrayList<>();
        measures.forEach(measure -> figure(measure).ifPresent(figures::add));
        figures.forEach(figure -> checkProduct(figure, request.product()));
        checkCountFromShare(figures);
        return figures;
    }

    private Optional<Figure> figure(Measure measure) {
        String name = measure.statistic();
        if (countsContributors(measure)) {
            return refused(
                    RequestRule.CONTRIBUTOR_COUNT,
                    measure,
                    list.counting().isPresent()
                            ? "ask for count(" + Measure.RECORDS + "), the number of " + list.records()
                            : "leave it out");
        }
        Optional<Statistic> statistic = Statistic.named(name);
        if (statistic.isEmpty()
                && (EXTREMES.contains(name) || PERCENTILE.matcher(name).matches())) {
            return refused(RequestRule.EXTREME_VALUE, measure, "allowed: p10, p50, p90; change " + KEY);
        }
        if (statistic.isEmpty()) {
            refusals.addUnknown(RequestRule.UNKNOWN_STATISTIC, name, Statistic.codes(), KEY);
            return Optional.empty();
        }
        return statistic.get() == Statistic.COUNT ? records(measure) : ofColumn(statistic.get(), measure);
    }

    /** Any count of what is not the records, and any share of those who made them. */
    private boolean countsContributors(Measure measure) {
        String of = measure.column();
        return switch (measure.statistic()) {
            case "count" -> !of.equals(Measure.RECORDS) || list.counting().isEmpty();
            case "count_distinct", "distinct", "approx_count_distinct", "nunique" -> true;
            case "share" -> PEOPLE.contains(of) || isId(of);
            default -> false;
        };
    }

    private boolean isId(String column) {
        return list.column(column)
                .map(listed -> listed instanceof Withheld withheld && withheld.rule() == RequestRule.ID_COLUMN)
                .orElse(false);
    }

    private Optional<Figure> records(Measure measure) {
        return rounded(measure, Statistic.COUNT, list.counting().orElseThrow().rounding(), "", list.records());
    }

    private Optional<Figure> ofColumn(Statistic statistic, Measure measure) {
        ListedColumn column = list.column(measure.column()).orElse(null);
        if (column == null) {
            refusals.addUnknown(
                    RequestRule.UNKNOWN_COLUMN,
                    measure.column(),
                    list.columns().stream()
                            .filter(known -> !statistics(known).isEmpty())
                            .map(ListedColumn::name)
                            .toList(),
                    KEY);
            return Optional.empty();
        }
        if (column instanceof Withheld withheld) {
            return refused(
                    withheld.rule(),
                    measure,
                    "allowed: statistics of "
                            + Refusals.names(list.columns().stream()
                                    .filter(known -> !statistics(known).isEmpty()))
                            + "; change " + KEY);
        }
        BigDecimal finest = statistics(column).get(statistic);
        if (finest == null) {
            return refused(
                    RequestRule.STATISTIC_NOT_LISTED,
                    measure,
                    "allowed of " + column.name() + ": "
                            + (statistics(column).isEmpty()
                                    ? "none"
                                    : Statistic.list(statistics(column).keySet())) + "; change " + KEY);
        }
        return column instanceof Amount amount
                ? rounded(measure, statistic, finest, amount.unit(), amount.meaning())
                : rounded(measure, statistic, finest, "", ((YesNo) column).meaning());
    }

    private static Map<Statistic, BigDecimal> statistics(ListedColumn column) {
        if (column instanceof Amount amount) {
            return amount.roundings();
        }
        return column instanceof YesNo ? Map.of(Statistic.SHARE, YesNo.ROUNDING) : Map.of();
    }

    private Optional<Figure> rounded(
            Measure measure, Statistic statistic, BigDecimal finest, String unit, String meaning) {
        BigDecimal rounding = measure.rounding().orElse(finest);
        if (rounding.compareTo(finest) < 0) {
            return refused(
                    RequestRule.ROUNDING_TOO_FINE,
                    measure,
                    "allowed: " + finest.toPlainString() + " or more; change the number behind 'rounded to'");
        }
        return Optional.of(new Figure(statistic, measure.column(), rounding, unit, meaning));
    }

    private Optional<Figure> refused(RequestRule rule, Measure measure, String change) {
        refusals.add(rule, measure.call(), change);
        return Optional.empty();
    }

    private void checkProduct(Figure figure, Product product) {
        boolean ofOneRecord = figure.statistic().isOfOneRecord();
        if (product == Product.ANONYMOUS && ofOneRecord) {
            refusals.add(RequestRule.SINGLE_RECORDS, figure.name(), "ask for a statistic, such as mean");
        }
        if (product == Product.PSEUDONYMISED && !ofOneRecord) {
            refusals.add(
                    RequestRule.ROWS_WITHOUT_STATISTICS,
                    figure.name(),
                    "ask for " + Statistic.VALUE.code() + "(column), or for product anonymous");
        }
    }

    /** A mean is a sum by a number, so that the two of them tell it. */
    private void checkCountFromShare(List<Figure> figures) {
        Optional<Figure> share = first(figures, Statistic.SHARE);
        boolean countFollows = first(figures, Statistic.COUNT).isPresent()
                || figures.stream()
                        .filter(figure -> figure.statistic() == Statistic.SUM)
                        .anyMatch(sum -> figures.stream()
                                .anyMatch(mean -> mean.statistic() == Statistic.MEAN
                                        && mean.column().equals(sum.column())));
        if (share.isPresent() && countFollows) {
            refusals.add(
                    RequestRule.COUNT_FROM_SHARE,
                    share.get().name(),
                    "leave out the share, or the count and one of sum and mean");
        }
    }

    private static Optional<Figure> first(List<Figure> figures, Statistic statistic) {
        return figures.stream()
                .filter(figure -> figure.statistic() == statistic)
                .findFirst();
    }
}
