package io.chargelake.privacy.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;

class AuditTest {
    private static final List<Cell> PAIR = List.of(Cell.unsafe("a", 5, 4), Cell.open("b", 7), Cell.open("sum", 12));
    private static final List<Equation> SUM = List.of(Equation.margin("sum", List.of("a", "b")));

    @Provide
    Arbitrary<World> worlds() {
        return Arbitraries.randomValue(World::small);
    }

    /** Whatever is suppressed, for good reasons or none. */
    @Property(tries = 80, shrinking = ShrinkingMode.OFF)
    void itNamesExactlyTheCellsThatALinearProgramBreaks(@ForAll("worlds") World world, @ForAll Random random) {
        Set<String> suppressed = new TreeSet<>(World.unsafe(world.asCells()));
        double share = random.nextDouble() / 2;
        world.asCells().stream()
                .map(Cell::key)
                .filter(key -> random.nextDouble() < share)
                .forEach(suppressed::add);
        LinearAttacker attacker = new LinearAttacker(world.asCells(), world.equations(), suppressed);
        Set<String> broken =
                World.unsafe(world.asCells()).stream().filter(attacker::breaks).collect(Collectors.toSet());
        Statistics.label("broken").collect(broken.isEmpty()).coverage(coverage -> {
            coverage.check(true).percentage(percent -> percent > 10);
            coverage.check(false).percentage(percent -> percent > 10);
        });
        assertThat(new Audit(world.system()).breaches(suppressed))
                .extracting(Breach::cell)
                .containsExactlyInAnyOrderElementsOf(broken);
    }

    @Test
    void anUnsafeCellThatIsPublishedIsABreach() {
        PublishedSystem system = PublishedSystem.of(PAIR, SUM);
        assertThat(new Audit(system).breaches(Set.of("b", "sum")))
                .containsExactly(new Breach("a", Breach.Reason.PUBLISHED));
    }

    @Test
    void aCellThatFollowsFromTheOthersIsABreach() {
        PublishedSystem system = PublishedSystem.of(PAIR, SUM);
        assertThat(new Audit(system).breaches(Set.of("a"))).containsExactly(new Breach("a", Breach.Reason.NARROW));
        assertThat(new Audit(system).breaches(Set.of("a", "b"))).isEmpty();
    }

    /** 5 of b are less than the 6 that a must be able to rise; the floor lets nobody expect more room below. */
    @Test
    void boundsMustBeWideOnBothSides() {
        Predicate<Long> isProtected = protection -> new Audit(PublishedSystem.of(
                        List.of(Cell.unsafe("a", 2, protection), Cell.open("b", 5), Cell.open("sum", 7)), SUM))
                .breaches(Set.of("a", "b"))
                .isEmpty();
        assertThat(isProtected).accepts(2L, 5L).rejects(6L);
    }

    @Test
    void whatOneDeliveryLeftOutAnotherPublished() {
        PublishedSystem system = PublishedSystem.of(
                List.of(Cell.unsafe("a", 5, 4), Cell.open("b", 7), Cell.published("again", 7), Cell.open("sum", 12)),
                List.of(SUM.get(0), new Equation(List.of("b"), List.of("again"))));
        assertThat(new Audit(system).breaches(Set.of("a", "b"))).containsExactly(new Breach("a", Breach.Reason.NARROW));
    }

    /** A plan's word is not enough: what it shows must hold. */
    @Test
    void aProofThatDoesNotHoldIsNoProof() {
        PublishedSystem system = PublishedSystem.of(PAIR, SUM);
        Suppressed both = new Suppressed(system);
        both.add(0);
        both.add(1);
        assertThat(new Proof(Map.of(0, 4L, 1, -4L), Map.of(0, -4L, 1, 4L)).holds(0, system, both))
                .isTrue();
        assertThat(List.of(
                        new Proof(Map.of(0, 4L), Map.of(0, -4L, 1, 4L)),
                        new Proof(Map.of(0, 4L, 1, -4L), Map.of(0, -4L)),
                        new Proof(Map.of(0, 3L, 1, -3L), Map.of(0, -4L, 1, 4L)),
                        new Proof(Map.of(0, 4L, 1, -4L), Map.of(0, -3L, 1, 3L)),
                        new Proof(Map.of(0, 4L, 2, 4L), Map.of(0, -4L, 2, -4L)),
                        new Proof(Map.of(), Map.of()),
                        new Proof(Map.of(0, 4L, 9, -4L), Map.of(0, -4L, 9, 4L))))
                .noneMatch(proof -> proof.holds(0, system, both));
        PublishedSystem tight = PublishedSystem.of(List.of(PAIR.get(0), Cell.open("b", 3), Cell.open("sum", 8)), SUM);
        assertThat(new Proof(Map.of(0, 4L, 1, -4L), Map.of(0, -4L, 1, 4L)).holds(0, tight, both))
                .isFalse();
        SuppressionPlan boast =
                new SuppressionPlan(List.of(), new Proofs(Map.of(0, new Proof(Map.of(0, 4L), Map.of(0, -4L)))));
        assertThat(new Audit(system).breaches(boast)).containsExactly(new Breach("a", Breach.Reason.PUBLISHED));
    }
}
