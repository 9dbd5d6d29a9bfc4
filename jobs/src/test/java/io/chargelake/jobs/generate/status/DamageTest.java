package io.chargelake.jobs.generate.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chargelake.generate.Seeds;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DamageTest {

    private static final int POLLS = 1_000_000;
    private static final Seeds SEEDS = Seeds.of(5);

    @Test
    void eachKindHasItsShareOfTheDamage() {
        Damage damage = new Damage(0.5);

        assertThat(share(damage, Damage.Extra.DUPLICATE)).isCloseTo(0.5, within(0.005));
        assertThat(share(damage, Damage.Extra.CONFLICT)).isCloseTo(0.05, within(0.002));
        assertThat(share(damage, Damage.Fate.MISSING)).isCloseTo(0.003, within(0.0005));
        assertThat(share(damage, Damage.Fate.LATE)).isCloseTo(0.01, within(0.001));
        assertThat(share(damage, Damage.Fate.BEFORE_2010)).isCloseTo(0.0005, within(0.0002));
    }

    @Test
    void withoutDamagePollsAreOnlyMissing() {
        Damage none = new Damage(0);

        assertThat(share(none, Damage.Extra.NONE)).isEqualTo(1);
        assertThat(share(none, Damage.Fate.ON_TIME) + share(none, Damage.Fate.MISSING))
                .isEqualTo(1);
    }

    private static double share(Damage damage, Damage.Fate fate) {
        return LongStream.range(0, POLLS)
                        .filter(i -> damage.fate(SEEDS.bits(i)) == fate)
                        .count()
                / (double) POLLS;
    }

    private static double share(Damage damage, Damage.Extra extra) {
        return LongStream.range(0, POLLS)
                        .filter(i -> damage.extra(SEEDS.bits(i)) == extra)
                        .count()
                / (double) POLLS;
    }
}
