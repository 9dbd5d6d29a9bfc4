package io.chargelake.generate.vehicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chargelake.generate.Seeds;
import io.chargelake.generate.vehicle.Lives.Lived;
import io.chargelake.generate.vehicle.RowDamage.Damaged;
import io.chargelake.generate.vehicle.RowDamage.Mark;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RowDamageTest {

    private static final List<Lived> LIVES =
            LongStream.range(0, 20).mapToObj(i -> Lives.live(9, i)).toList();

    @Test
    void noDamageChangesNothing() {
        RowDamage none = new RowDamage(Seeds.of(1), 0);
        Lived lived = LIVES.get(0);

        assertThat(none.drives(lived.drives()).rows()).isEqualTo(lived.drives());
        assertThat(none.charges(lived.charges(), lived.drives()).marks()).isEmpty();
    }

    @Test
    void everyKindOccursAndEveryMarkedDriveDiffersFromTheTruth() {
        RowDamage damage = new RowDamage(Seeds.of(1), 0.2);
        Map<DamageKind, Integer> seen = new HashMap<>();
        for (Lived lived : LIVES) {
            Damaged<DriveRow> drives = damage.drives(lived.drives());
            Damaged<ChargeRow> charges = damage.charges(lived.charges(), lived.drives());
            count(drives.marks(), seen);
            count(charges.marks(), seen);
            assertThat(changed(lived.drives(), drives.rows())).isEqualTo(ids(drives.marks()));
            assertThat(changed(lived.charges(), charges.rows())).isEqualTo(ids(charges.marks()));
        }

        assertThat(seen).containsOnlyKeys(DamageKind.values());
    }

    @Test
    void aGreaterShareKeepsWhatASmallerOneDamaged() {
        List<DriveRow> drives = LIVES.get(1).drives();

        assertThat(new RowDamage(Seeds.of(1), 0.3).drives(drives).marks())
                .containsAll(new RowDamage(Seeds.of(1), 0.1).drives(drives).marks());
    }

    @Test
    void aShareOutsideOneIsRefused() {
        assertThatThrownBy(() -> new RowDamage(Seeds.of(1), 1.5))
                .hasMessage("Cannot damage rows: the share must be within 0 and 1 (1.5, --damage)");
        assertThatThrownBy(() -> new RowDamage(Seeds.of(1), Double.NaN)).hasMessageContaining("NaN");
    }

    private static void count(List<Mark> marks, Map<DamageKind, Integer> seen) {
        marks.forEach(mark -> seen.merge(mark.kind(), 1, Integer::sum));
    }

    private static Set<String> ids(List<Mark> marks) {
        return marks.stream().map(Mark::recordId).collect(Collectors.toSet());
    }

    /** Ids of true rows of which the damaged table does not hold exactly one equal row and no offspring. */
    private static <T extends RawRow<T>> Set<String> changed(List<T> truth, List<T> damaged) {
        Map<String, List<T>> byId =
                damaged.stream().collect(Collectors.groupingBy(row -> row.id().replace("x", "")));
        return truth.stream()
                .filter(row -> !List.of(row).equals(byId.get(row.id())))
                .map(RawRow::id)
                .collect(Collectors.toSet());
    }
}
