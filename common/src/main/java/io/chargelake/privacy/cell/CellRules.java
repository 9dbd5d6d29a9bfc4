package io.chargelake.privacy.cell;

import java.util.ArrayList;
import java.util.List;

/** Judges cells by all rules, each for the kinds of contributor that the table knows. */
public final class CellRules {
    private final List<CellRule> sums;
    private final List<CellRule> percentiles;

    public CellRules(CellSettings settings) {
        this(forSums(settings), forPercentiles(settings));
    }

    private CellRules(List<CellRule> sums, List<CellRule> percentiles) {
        this.sums = List.copyOf(sums);
        this.percentiles = List.copyOf(percentiles);
    }

    /** For additive measures and for numbers, by what each contributor gives to the measure. */
    public Verdict judgeSum(CellMakeup makeup) {
        return judge(sums, makeup);
    }

    /** A mean tells the sum to whoever guesses the number, so both must be safe. */
    public Verdict judgeMean(CellMakeup sum, CellMakeup number) {
        return judgeSum(sum).and(judgeSum(number));
    }

    /** Near the ends of a distribution a percentile is somebody's value: it needs more contributors than a sum. */
    public Verdict judgePercentile(CellMakeup makeup) {
        return judgeSum(makeup).and(judge(percentiles, makeup));
    }

    private static Verdict judge(List<CellRule> rules, CellMakeup makeup) {
        List<CellRule> broken =
                rules.stream().filter(rule -> rule.isBrokenBy(makeup)).toList();
        long protection =
                broken.stream().mapToLong(rule -> rule.protection(makeup)).max().orElse(0);
        return new Verdict(broken, protection);
    }

    private static List<CellRule> forSums(CellSettings settings) {
        List<CellRule> rules = new ArrayList<>();
        for (ContributorKind kind : ContributorKind.values()) {
            rules.add(new TooFewRule(kind, settings.least().get(kind)));
            rules.add(new DominanceRule(kind, settings.dominancePercent()));
            rules.add(new PPercentRule(kind, settings.protectionPercent()));
        }
        return rules;
    }

    private static List<CellRule> forPercentiles(CellSettings settings) {
        return List.of(new TooFewForPercentileRule(settings.leastForPercentiles()));
    }
}
