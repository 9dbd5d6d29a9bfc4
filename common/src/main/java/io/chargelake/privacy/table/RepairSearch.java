package io.chargelake.privacy.table;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A direction through nodes of any number of equations, greedily: as long as an equation is unbalanced, the cheapest of
 * its nodes mends it, where equations that the node unbalances in turn are dear and those it balances are paid back. In a
 * table of three dimensions that closes cubes. Attempts differ by how dear an imbalance is, and by avoiding nodes
 * that led into a dead end before. At most {@link #ATTEMPTS} times {@link #MOST_MOVES} equations are looked through.
 */
final class RepairSearch implements DirectionSearch {
    private static final int ATTEMPTS = 6;
    private static final int MOST_MOVES = 64;
    private static final int NONE = -1;

    /** What one attempt has moved, and what that has unbalanced; equations are mended in the order they broke. */
    private static final class Attempt {
        final TreeMap<Integer, Integer> moves = new TreeMap<>();
        final Map<Integer, Integer> imbalance = new HashMap<>();
        final Deque<Integer> broken = new ArrayDeque<>();

        int imbalance(int equation) {
            return imbalance.getOrDefault(equation, 0);
        }
    }

    private final Incidence incidence;

    RepairSearch(PublishedSystem system) {
        incidence = system.incidence();
    }

    @Override
    public Optional<Direction> find(Demand demand, Ground ground) {
        Map<Integer, Integer> deadEnds = new HashMap<>();
        // nodes with room for the demand cost about as much as it, if they cost anything
        double price = Math.max(1, Math.max(demand.forward(), demand.backward()));
        for (int i = 0; i < ATTEMPTS; i++, price *= 4) {
            Attempt attempt = new Attempt();
            if (isMended(attempt, demand, ground, deadEnds, price)) {
                return Optional.of(new Direction(attempt.moves));
            }
            attempt.moves.keySet().forEach(node -> deadEnds.merge(node, 1, Integer::sum));
        }
        return Optional.empty();
    }

    private boolean isMended(
            Attempt attempt, Demand demand, Ground ground, Map<Integer, Integer> deadEnds, double price) {
        move(attempt, demand.target(), demand.sign());
        while (!attempt.broken.isEmpty()) {
            int equation = attempt.broken.peek();
            if (attempt.imbalance(equation) == 0) {
                attempt.broken.remove();
                continue;
            }
            int term = attempt.moves.size() > MOST_MOVES
                    ? NONE
                    : cheapest(attempt, equation, demand, ground, deadEnds, price);
            if (term == NONE) {
                return false;
            }
            move(attempt, incidence.nodeOfTerm(term), mending(attempt, equation, term));
        }
        return true;
    }

    private int cheapest(
            Attempt attempt, int equation, Demand demand, Ground ground, Map<Integer, Integer> deadEnds, double price) {
        int cheapest = NONE;
        double least = Double.MAX_VALUE;
        int count = ground.count(equation);
        for (int i = 0; i < count; i++) {
            int term = ground.term(equation, i);
            int node = incidence.nodeOfTerm(term);
            int move = mending(attempt, equation, term);
            if (attempt.moves.containsKey(node) || !ground.isUsable(node) || !ground.hasRoom(node, move, demand)) {
                continue;
            }
            double cost = ground.cost(node) + price * (broken(attempt, node, move) + deadEnds.getOrDefault(node, 0));
            if (cost < least || (cost == least && node < incidence.nodeOfTerm(cheapest))) {
                cheapest = term;
                least = cost;
            }
        }
        return cheapest;
    }

    private int mending(Attempt attempt, int equation, int term) {
        return -Integer.signum(attempt.imbalance(equation)) * Integer.signum(incidence.factorOfTerm(term));
    }

    /** How much more is unbalanced after the move; below 0 where it mends more than it breaks. */
    private int broken(Attempt attempt, int node, int move) {
        int broken = 0;
        for (int place = incidence.firstPlace(node); place < incidence.endPlace(node); place++) {
            int before = attempt.imbalance(incidence.equationOfPlace(place));
            broken += Math.abs(before + move * incidence.factorOfPlace(place)) - Math.abs(before);
        }
        return broken;
    }

    private void move(Attempt attempt, int node, int move) {
        attempt.moves.put(node, move);
        for (int place = incidence.firstPlace(node); place < incidence.endPlace(node); place++) {
            int equation = incidence.equationOfPlace(place);
            if (equation != incidence.outside()) {
                attempt.imbalance.merge(equation, move * incidence.factorOfPlace(place), Integer::sum);
                attempt.broken.add(equation);
            }
        }
    }
}
