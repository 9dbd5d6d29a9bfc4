package io.chargelake.privacy.table;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The cheapest alternating walk through nodes of exactly two equations, by Dijkstra's algorithm: moving the target
 * unbalances its first equation, another node of it mends that and unbalances its other equation, and so on until the
 * target's second equation is met with the opposite sign. In a table with both margins that finds every direction there
 * is. Time is linear in the terms met but for a logarithm. The last step is looked up beforehand from the target's second
 * equation, which ends most walks after two equations; where every node is suppressed already any walk is as good, and
 * the first one is taken.
 *
 * <p>A state is an equation with the sign of its imbalance. Outside there is none: whoever arrives may go on with
 * either sign.
 */
final class WalkSearch implements DirectionSearch {
    private static final int NOWHERE = -1;
    private static final long NOT_MET = Long.MAX_VALUE;

    private final Incidence incidence;
    private final long[] costs;
    private final int[] cameFrom;
    private final int[] cameBy;
    private final int[] cameWith;
    private final long[] lastCosts;
    private final int[] lastBy;
    private final boolean reachesAll;

    private record Arrival(long cost, int state) {}

    WalkSearch(PublishedSystem system) {
        incidence = system.incidence();
        int states = 2 * incidence.outside() + 1;
        costs = new long[states];
        cameFrom = new int[states];
        cameBy = new int[states];
        cameWith = new int[states];
        lastCosts = new long[states];
        lastBy = new int[states];
        reachesAll = IntStream.range(0, system.nodes().size())
                .allMatch(node -> incidence.places(node) == 0 || isWalkable(node));
    }

    /** Whether the system has no node but those of two equations, and such that stand in none. */
    boolean reachesAll() {
        return reachesAll;
    }

    @Override
    public Optional<Direction> find(Demand demand, Ground ground) {
        int target = demand.target();
        if (incidence.places(target) == 0) {
            return Optional.of(new Direction(new TreeMap<>(Map.of(target, demand.sign()))));
        }
        if (!isWalkable(target)) {
            return Optional.empty();
        }
        int first = incidence.firstPlace(target);
        int start = state(first, demand.sign());
        int goal = state(first + 1, -demand.sign());
        return walk(start, goal, demand, ground) ? Optional.of(direction(goal, demand)) : Optional.empty();
    }

    private boolean walk(int start, int goal, Demand demand, Ground ground) {
        Arrays.fill(costs, NOT_MET);
        lookUpLastSteps(goal, demand, ground);
        PriorityQueue<Arrival> queue =
                new PriorityQueue<>(Comparator.comparingLong(Arrival::cost).thenComparingInt(Arrival::state));
        costs[start] = 0;
        cameFrom[start] = NOWHERE;
        queue.add(new Arrival(0, start));
        while (!queue.isEmpty()) {
            Arrival arrival = queue.remove();
            if (arrival.state() == goal) {
                return true;
            }
            if (arrival.cost() == costs[arrival.state()]) {
                goOn(arrival, goal, demand, ground, queue);
            }
            if (ground.isAllFree() && costs[goal] != NOT_MET) {
                return true;
            }
        }
        return false;
    }

    /** From which states one node more meets the goal. Too many meet the outside, and they find it anyway. */
    private void lookUpLastSteps(int goal, Demand demand, Ground ground) {
        Arrays.fill(lastCosts, NOT_MET);
        int equation = goal / 2;
        if (equation == incidence.outside()) {
            return;
        }
        int imbalance = imbalance(goal);
        int count = ground.count(equation);
        for (int i = 0; i < count; i++) {
            int term = ground.term(equation, i);
            int node = incidence.nodeOfTerm(term);
            int move = imbalance * incidence.factorOfTerm(term);
            if (isPassable(node, demand, ground) && ground.hasRoom(node, move, demand)) {
                int before = state(otherPlace(node, equation), -move);
                if (ground.cost(node) < lastCosts[before]) {
                    lastCosts[before] = ground.cost(node);
                    lastBy[before] = node;
                }
            }
        }
    }

    private void goOn(Arrival arrival, int goal, Demand demand, Ground ground, PriorityQueue<Arrival> queue) {
        int equation = arrival.state() / 2;
        int count = ground.count(equation);
        for (int i = 0; i < count; i++) {
            int term = ground.term(equation, i);
            int node = incidence.nodeOfTerm(term);
            if (!isPassable(node, demand, ground)) {
                continue;
            }
            if (equation == incidence.outside()) {
                step(arrival, node, 1, goal, demand, ground, queue);
                step(arrival, node, -1, goal, demand, ground, queue);
            } else {
                int move = -imbalance(arrival.state()) * incidence.factorOfTerm(term);
                step(arrival, node, move, goal, demand, ground, queue);
            }
        }
    }

    private void step(
            Arrival arrival, int node, int move, int goal, Demand demand, Ground ground, PriorityQueue<Arrival> queue) {
        int next = state(otherPlace(node, arrival.state() / 2), move);
        long cost = arrival.cost() + ground.cost(node);
        if (cost >= costs[next] || cost >= costs[goal] || !ground.hasRoom(node, move, demand)) {
            return;
        }
        arrive(next, cost, arrival.state(), node, move, queue);
        if (lastCosts[next] != NOT_MET && lastBy[next] != node && cost + lastCosts[next] < costs[goal]) {
            int last = lastBy[next];
            int lastMove = imbalance(goal) * factorIn(last, goal / 2);
            arrive(goal, cost + lastCosts[next], next, last, lastMove, queue);
        }
    }

    private void arrive(int state, long cost, int from, int by, int with, PriorityQueue<Arrival> queue) {
        costs[state] = cost;
        cameFrom[state] = from;
        cameBy[state] = by;
        cameWith[state] = with;
        queue.add(new Arrival(cost, state));
    }

    private Direction direction(int goal, Demand demand) {
        TreeMap<Integer, Integer> moves = new TreeMap<>();
        moves.put(demand.target(), demand.sign());
        for (int state = goal; cameFrom[state] != NOWHERE; state = cameFrom[state]) {
            moves.merge(cameBy[state], cameWith[state], Integer::sum);
        }
        moves.values().removeIf(move -> move == 0);
        return new Direction(moves);
    }

    private boolean isPassable(int node, Demand demand, Ground ground) {
        return node != demand.target() && isWalkable(node) && ground.isUsable(node);
    }

    /** The outside is the last place of a node, so the first is always an equation. */
    private boolean isWalkable(int node) {
        return incidence.places(node) == 2
                && isPlain(incidence.factorOfPlace(incidence.firstPlace(node)))
                && isPlain(incidence.factorOfPlace(incidence.firstPlace(node) + 1));
    }

    private static boolean isPlain(int factor) {
        return factor >= -1 && factor <= 1;
    }

    private int otherPlace(int node, int equation) {
        int first = incidence.firstPlace(node);
        return incidence.equationOfPlace(first) == equation ? first + 1 : first;
    }

    private int factorIn(int node, int equation) {
        int first = incidence.firstPlace(node);
        return incidence.factorOfPlace(incidence.equationOfPlace(first) == equation ? first : first + 1);
    }

    private int state(int place, int move) {
        return 2 * incidence.equationOfPlace(place) + (incidence.factorOfPlace(place) * move < 0 ? 1 : 0);
    }

    private static int imbalance(int state) {
        return state % 2 == 0 ? 1 : -1;
    }
}
