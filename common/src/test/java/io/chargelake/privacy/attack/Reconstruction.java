package io.chargelake.privacy.attack;

import io.chargelake.privacy.table.LinearAttacker;
import io.chargelake.privacy.table.Suppressor;
import io.chargelake.privacy.table.World;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/** Bounds every suppressed unsafe cell of random tables by linear programs over all that is published. */
record Reconstruction(Function<World, Set<String>> defence, int tables) implements Attack {
    static Set<String> suppressedByPlan(World world) {
        return Suppressor.plan(world.system()).suppressed();
    }

    /** The mutant: unsafe cells are left out, and nothing else. */
    static Set<String> unsafeOnly(World world) {
        return World.unsafe(world.asCells());
    }

    @Override
    public AttackResult run() {
        Random random = new Random(11);
        long tried = 0;
        long succeeded = 0;
        for (int i = 0; i < tables; i++) {
            World world = World.small(random);
            LinearAttacker attacker = new LinearAttacker(world.asCells(), world.equations(), defence.apply(world));
            Set<String> unsafe = World.unsafe(world.asCells());
            tried += unsafe.size();
            succeeded += unsafe.stream().filter(attacker::breaks).count();
        }
        return new AttackResult("linear-program reconstruction", tried, succeeded, 0);
    }
}
