package io.chargelake.privacy.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ContributionsTest {
    @Property
    void theyAreWhatSortingTellsHoweverMerged(
            @ForAll @Size(max = 12) List<@IntRange(min = -5, max = 9) Integer> values, @ForAll Random random) {
        List<Contributions> parts = new ArrayList<>();
        values.forEach(value -> parts.add(Contributions.of(value)));
        while (parts.size() > 1) {
            Collections.shuffle(parts, random);
            parts.add(parts.remove(0).plus(parts.remove(0)));
        }
        Contributions merged = parts.isEmpty() ? Contributions.NONE : parts.get(0);
        long[] sizes = values.stream()
                .mapToLong(value -> -Math.abs(value))
                .sorted()
                .map(size -> -size)
                .toArray();
        assertThat(merged)
                .isEqualTo(new Contributions(
                        values.stream().filter(value -> value != 0).count(),
                        values.stream().mapToLong(Integer::longValue).sum(),
                        values.stream().mapToLong(Math::abs).sum(),
                        sizes.length > 0 ? sizes[0] : 0,
                        sizes.length > 1 ? sizes[1] : 0));
    }

    @Test
    void theRestIsWhatTheTwoLargestDidNotGive() {
        Contributions all = Contributions.of(50)
                .plus(Contributions.of(-30))
                .plus(Contributions.of(7))
                .plus(Contributions.of(2));
        assertThat(all.rest()).isEqualTo(9);
        assertThat(all.total()).isEqualTo(29);
    }

    @Test
    void whatNoContributorsCanGiveIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Contributions(2, 10, 10, 4, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Contributions(2, 10, 10, 6, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Contributions(1, 10, 10, 6, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> new Contributions(3, 11, 10, 4, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new Contributions(-1, 0, 0, 0, 0));
    }
}
