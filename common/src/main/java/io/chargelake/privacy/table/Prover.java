package io.chargelake.privacy.table;

import io.chargelake.privacy.table.Proof.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks for a proof that everybody's bounds for a node stay as wide as its protection asks: cheap, and exact in whole
 * numbers. What it finds no proof for may be protected nevertheless.
 *
 * <p>One direction along which all nodes have room both ways proves both bounds. Otherwise each bound is proved by
 * itself, by several directions if no single one has room enough, each with half the step of the one that failed.
 */
final class Prover {
    private static final int SMALLEST_STEP = 64;

    private final PublishedSystem system;
    private final Ground ground;
    private final WalkSearch walk;
    private final RepairSearch repair;

    Prover(Ground ground) {
        system = ground.system();
        this.ground = ground;
        walk = new WalkSearch(system);
        repair = new RepairSearch(system);
    }

    /** If it is found, {@link Ground#wanted} is what must be suppressed for it to hold. */
    Optional<Proof> prove(int target) {
        Node node = system.node(target);
        ground.clear();
        Optional<Direction> both = find(new Demand(target, 1, node.protection(), node.protectionBelow()));
        if (both.isPresent()) {
            ground.move(both.get(), node.protection());
            return Optional.of(Proof.bothWays(both.get(), node));
        }
        Optional<List<Step>> up = moves(target, 1, node.protection());
        if (up.isEmpty()) {
            return Optional.empty();
        }
        ground.standStill();
        return moves(target, -1, node.protectionBelow()).map(down -> Proof.of(up.get(), down));
    }

    private Optional<List<Step>> moves(int target, int sign, long amount) {
        List<Step> steps = new ArrayList<>();
        long left = amount;
        long step = amount;
        while (left > 0) {
            Demand demand = new Demand(target, sign, Math.min(step, left), 0);
            Optional<Direction> found = find(demand);
            if (found.isPresent()) {
                ground.move(found.get(), demand.forward());
                steps.add(new Step(found.get(), demand.forward()));
                left -= demand.forward();
            } else if (step > 1 && step > amount / SMALLEST_STEP) {
                step /= 2;
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(steps);
    }

    /** Where walks reach every node, repairs would only find the same. */
    private Optional<Direction> find(Demand demand) {
        Optional<Direction> walked = walk.find(demand, ground);
        Optional<Direction> found = walked.isPresent() || walk.reachesAll() ? walked : repair.find(demand, ground);
        return found.filter(direction -> direction.answers(demand, ground));
    }
}
