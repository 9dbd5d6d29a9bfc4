package io.chargelake.privacy.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Attacks on anonymous extracts, each against its defence and against its mutant, which has none: an attack that fails
 * without the defence proves nothing. {@code -Dchargelake.attack.tables=10000} for as many tables.
 */
class AttackTest {
    private static final int TABLES = Integer.getInteger("chargelake.attack.tables", 100);

    static Stream<Attack> defended() {
        return Stream.of(
                new Reconstruction(Reconstruction::suppressedByPlan, TABLES),
                new DeliveryDifference(DeliveryDifference::publishedByPlan, 30),
                new SumsOfSuppressed(SumsOfSuppressed::publishedByPlan, TABLES),
                new SmallCells(SmallCells::isSafe, 20_000),
                new Membership(Membership::safeAndRounded, 8_000),
                new Averaging(Averaging::sameCoin, 200));
    }

    static Stream<Attack> undefended() {
        return Stream.of(
                new Reconstruction(Reconstruction::unsafeOnly, 20),
                new DeliveryDifference(DeliveryDifference::publishedWithoutLedger, 10),
                new SumsOfSuppressed(SumsOfSuppressed::cellsOnly, 20),
                new SmallCells(SmallCells::always, 1_000),
                new Membership(Membership::asItIs, 8_000),
                new Averaging(Averaging::freshCoin, 200));
    }

    @ParameterizedTest
    @MethodSource("defended")
    void noAttackSucceedsMoreOftenThanItsBar(Attack attack) {
        AttackResult result = attack.run();
        assertThat(result.holds()).as("%s", result).isTrue();
    }

    @ParameterizedTest
    @MethodSource("undefended")
    void everyAttackSucceedsWithoutItsDefence(Attack attack) {
        AttackResult result = attack.run();
        assertThat(result.holds()).as("%s", result).isFalse();
    }
}
