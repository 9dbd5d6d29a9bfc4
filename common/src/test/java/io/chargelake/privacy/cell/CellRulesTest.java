package io.chargelake.privacy.cell;

import static io.chargelake.privacy.cell.ContributorKind.OPERATOR;
import static io.chargelake.privacy.cell.ContributorKind.SITE;
import static io.chargelake.privacy.cell.ContributorKind.VEHICLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellRulesTest {
    private static final CellRules RULES = new CellRules(CellSettings.DEFAULTS);

    /** Each reject beside the accept nearest to it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            10 x 100                 | 100 | too_few_vehicles
            11 x 100                 | 0   |
            11 x 100, 5 x 0          | 0   |
            10 x 100, 5 x 0          | 100 | too_few_vehicles
            20 x 1, 1 x 114          | 1   | dominant_vehicle
            20 x 1, 1 x 113          | 0   |
            10 x 1, 2 x 100          | 0   |
            9 x 1, 2 x 100           | 2   | estimable_vehicle
            8 x 1, 1 x 2, 2 x 100    | 0   |
            10 x 1, 1 x -1000        | 167 | dominant_vehicle, estimable_vehicle
            0 x 1                    | 1   | too_few_vehicles
            1 x 1000                 | 1000| too_few_vehicles, dominant_vehicle, estimable_vehicle
            """)
    void vehiclesOfACell(String values, long protection, String codes) {
        Verdict verdict = RULES.judgeSum(CellMakeup.of(VEHICLE, contributions(values)));
        assertThat(verdict.codes()).isEqualTo(codes == null ? List.of() : List.of(codes.split(", ")));
        assertThat(verdict.protection()).isEqualTo(protection);
    }

    @Test
    void eachKindThatTheTableKnowsMustBeSafe() {
        Contributions many = contributions("11 x 10");
        assertThat(RULES.judgeSum(new CellMakeup(Map.of(
                                VEHICLE, many, SITE, contributions("2 x 55"), OPERATOR, contributions("3 x 37"))))
                        .codes())
                .containsExactly("too_few_sites", "estimable_site");
        assertThat(RULES.judgeSum(new CellMakeup(
                                Map.of(SITE, contributions("3 x 10"), OPERATOR, contributions("3 x 10"))))
                        .isSafe())
                .isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> new CellMakeup(Map.of()));
    }

    @Test
    void aMeanNeedsASafeSumAndASafeNumber() {
        CellMakeup safe = CellMakeup.of(VEHICLE, contributions("11 x 10"));
        CellMakeup dominated = CellMakeup.of(VEHICLE, contributions("11 x 1, 1 x 900"));
        assertThat(RULES.judgeMean(safe, safe).isSafe()).isTrue();
        assertThat(RULES.judgeMean(dominated, safe).isSafe()).isFalse();
        assertThat(RULES.judgeMean(safe, dominated)).isEqualTo(RULES.judgeMean(dominated, safe));
    }

    @Test
    void aPercentileNeedsMoreThanASum() {
        assertThat(RULES.judgePercentile(CellMakeup.of(VEHICLE, contributions("19 x 10")))
                        .codes())
                .containsExactly("too_few_for_percentile");
        assertThat(RULES.judgePercentile(CellMakeup.of(VEHICLE, contributions("20 x 10")))
                        .isSafe())
                .isTrue();
    }

    /** Who publishes bounds that respect the protection publishes nothing that the rules would refuse. */
    @Property
    void aCellLargerByItsProtectionWouldNotBeEstimableNorDominated(
            @ForAll @Size(min = 11, max = 20) List<@LongRange(min = 1, max = 1_000_000) Long> values,
            @ForAll @LongRange(min = 1, max = 100) long skew) {
        Contributions all = values.stream()
                .map(value -> Contributions.of(value / skew + 1))
                .reduce(Contributions.of(2_000_000), Contributions::plus);
        Verdict verdict = RULES.judgeSum(CellMakeup.of(VEHICLE, all));
        long added = verdict.protection();
        Contributions larger =
                new Contributions(all.number(), all.total() + added, all.size() + added, all.largest(), all.second());
        assertThat(RULES.judgeSum(CellMakeup.of(VEHICLE, larger)).isSafe()).isTrue();
    }

    @Property
    void sharesAreExactWhateverTheSize(
            @ForAll @LongRange(min = 0) long part,
            @ForAll @LongRange(min = 0) long whole,
            @ForAll @LongRange(min = 1, max = 100) long percent) {
        BigDecimal threshold = BigDecimal.valueOf(whole).multiply(BigDecimal.valueOf(percent, 2));
        assertThat(Percent.isAbove(part, (int) percent, whole))
                .isEqualTo(BigDecimal.valueOf(part).compareTo(threshold) > 0);
        assertThat(Percent.isShareAbove(whole, (int) percent, part))
                .isEqualTo(threshold.compareTo(BigDecimal.valueOf(part)) > 0);
    }

    /** 0.85 is no binary fraction: with doubles one of these tells wrong. */
    @Test
    void aShareOfExactlyTheLimitIsNotAbove() {
        for (long whole = 100; whole <= 1_000_000_000_000_000_000L / 10; whole *= 10) {
            assertThat(Percent.isAbove(whole / 100 * 85, 85, whole)).isFalse();
            assertThat(Percent.isAbove(whole / 100 * 85 + 1, 85, whole)).isTrue();
        }
    }

    /** What leaves may not tell how near to a suppressed value anybody can come. */
    @Test
    void sentencesNameNoParameter() {
        Verdict all = RULES.judgePercentile(new CellMakeup(Map.of(
                VEHICLE, contributions("1 x 9"), SITE, contributions("1 x 9"), OPERATOR, contributions("1 x 9"))));
        assertThat(all.broken()).hasSize(10).allSatisfy(rule -> {
            assertThat(rule.sentence()).doesNotContainPattern("[0-9]");
            assertThat(rule.code()).matches("[a-z]+(_[a-z]+)*");
        });
        assertThat(all.codes()).doesNotHaveDuplicates();
    }

    @Test
    void settingsThatProtectNothingAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CellSettings(Map.of(VEHICLE, 11), 85, 10, 20))
                .withMessageStartingWith("Cannot use these cell rules");
        Map<ContributorKind, Integer> least = CellSettings.DEFAULTS.least();
        assertThatIllegalArgumentException().isThrownBy(() -> new CellSettings(least, 101, 10, 20));
        assertThatIllegalArgumentException().isThrownBy(() -> new CellSettings(least, 85, 0, 20));
        assertThatIllegalArgumentException().isThrownBy(() -> new CellSettings(least, 85, 10, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Verdict(List.of(), 1))
                .withMessageStartingWith("Cannot judge cell");
    }

    /** '3 x 10, 1 x 7': three contributors of 10 and one of 7. */
    private static Contributions contributions(String values) {
        return List.of(values.split(", ")).stream()
                .map(group -> group.split(" x "))
                .flatMapToLong(group -> LongStream.of(Collections.nCopies(Integer.parseInt(group[0]), group[1]).stream()
                        .mapToLong(Long::parseLong)
                        .toArray()))
                .mapToObj(Contributions::of)
                .reduce(Contributions.NONE, Contributions::plus);
    }
}
