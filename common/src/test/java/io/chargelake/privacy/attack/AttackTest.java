package io.chargelake.privacy.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Attacks on extracts, each against its defence and against its mutant, which has none: an attack that fails without the
 * defence proves nothing. {@code -Dchargelake.attacks=full} for as many tries as the report has.
 */
class AttackTest {
    static Stream<Attack> defended() {
        return Attacks.all(Sizes.asked()).stream().map(Attacks.Pair::defended);
    }

    static Stream<Attack> undefended() {
        return Attacks.all(Sizes.asked()).stream().map(Attacks.Pair::undefended);
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
