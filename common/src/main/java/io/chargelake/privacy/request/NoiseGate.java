package io.chargelake.privacy.request;

import java.util.List;

/** What differential privacy asks of a request: one sum, in cells that are known without looking at data. */
final class NoiseGate {
    private final Refusals refusals;

    NoiseGate(Refusals refusals) {
        this.refusals = refusals;
    }

    void check(Question question, List<Figure> figures) {
        figures.stream()
                .filter(figure -> figure.statistic() != Statistic.SUM)
                .forEach(figure -> refusals.add(
                        RequestRule.NOISE_FOR_SUMS_ONLY,
                        figure.name(),
                        "ask for a sum, or leave out differential_privacy"));
        if (figures.size() > 1) {
            refusals.add(
                    RequestRule.NOISE_FOR_ONE_SUM,
                    "measures",
                    "ask for one sum; clip is in its unit, and each has one");
        }
        question.dimensions().stream()
                .filter(dimension -> dimension.timeLabel().isEmpty())
                .filter(dimension -> question.filters().stream()
                        .noneMatch(filter -> filter.column().equals(dimension.name())))
                .forEach(dimension -> refusals.add(
                        RequestRule.NOISE_WITHOUT_LIST,
                        dimension.name(),
                        "add a filter such as '" + dimension.name() + " in [a, b]'"));
    }
}
