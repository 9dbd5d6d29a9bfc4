package io.chargelake.privacy.table;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * The bounds that anybody can work out for a suppressed node: the least and the greatest it can be under all equations,
 * by two linear programs over the block of suppressed nodes that hang together with it.
 *
 * <p>Deviations are measured in the target's protection, so that what is asked is about 1, and are kept within a million
 * of it; the target itself within {@link #ENOUGH}, since farther is of no interest. Narrower bounds only make the answer
 * more careful, and so does taking of a large block only the nodes nearest to the target, the others fixed to their values:
 * it may find bounds wide enough, but can't say that they are not. A solver that gives no optimum counts as no room.
 */
final class IntervalProgram {
    private static final double ENOUGH = 2;
    private static final double FAR = 1e6;

    /** Solvers stop a little short of bounds that touch the protection exactly, as that of a cell of one vehicle does. */
    private static final double TOLERANCE = 1e-6;

    private final PublishedSystem system;
    private final Suppressed suppressed;
    private final int mostNodes;

    /** @param mostNodes in a program, since a simplex may take hours for a whole large block */
    IntervalProgram(PublishedSystem system, Suppressed suppressed, int mostNodes) {
        this.system = system;
        this.suppressed = suppressed;
        this.mostNodes = mostNodes;
    }

    enum Answer {
        WIDE,
        NARROW,
        TOO_LARGE
    }

    Answer answer(int target) {
        if (system.node(target).isKnown()) {
            return Answer.NARROW;
        }
        SortedSet<Integer> block = block(target, mostNodes);
        Node node = system.node(target);
        double unit = node.protection();
        boolean isWide =
                reaches(target, block, 1, unit, 1) && reaches(target, block, -1, unit, node.protectionBelow() / unit);
        if (isWide) {
            return Answer.WIDE;
        }
        return block.size() < mostNodes ? Answer.NARROW : Answer.TOO_LARGE;
    }

    private boolean reaches(int target, SortedSet<Integer> block, int sign, double unit, double asked) {
        OptionalDouble farthest = farthest(target, block, sign, unit);
        return farthest.isPresent() && farthest.getAsDouble() >= asked * (1 - TOLERANCE);
    }

    /** How far the target can move to one side, in units. */
    private OptionalDouble farthest(int target, SortedSet<Integer> block, int sign, double unit) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        TreeMap<Integer, Variable> variables = new TreeMap<>();
        for (int node : block) {
            double bound = node == target ? ENOUGH : FAR;
            double below = Math.min(bound, system.node(node).room() / unit);
            variables.put(node, model.newVariable("x" + node).lower(-below).upper(bound));
        }
        equations(block).forEach(equation -> state(model, variables, equation));
        variables.get(target).weight(sign);
        Optimisation.Result result = model.maximise();
        return result.getState().isOptimal() ? OptionalDouble.of(result.getValue()) : OptionalDouble.empty();
    }

    private void state(ExpressionsBasedModel model, Map<Integer, Variable> variables, int equation) {
        Expression sum = model.newExpression("e" + equation).level(0);
        for (int i = 0; i < suppressed.count(equation); i++) {
            int term = suppressed.term(equation, i);
            Variable variable = variables.get(system.incidence().nodeOfTerm(term));
            if (variable != null) {
                sum.set(variable, system.incidence().factorOfTerm(term));
            }
        }
    }

    /** The suppressed nodes that hang together with the target by equations, the nearest if there are more than so many. */
    SortedSet<Integer> block(int target, int most) {
        SortedSet<Integer> block = new TreeSet<>();
        TreeSet<Integer> seen = new TreeSet<>();
        Deque<Integer> open = new ArrayDeque<>();
        block.add(target);
        open.add(target);
        while (!open.isEmpty()) {
            for (int equation : equationsOf(open.remove())) {
                int count = seen.add(equation) ? suppressed.count(equation) : 0;
                for (int i = 0; i < count && block.size() < most; i++) {
                    int other = system.incidence().nodeOfTerm(suppressed.term(equation, i));
                    if (block.add(other)) {
                        open.add(other);
                    }
                }
            }
        }
        return block;
    }

    private SortedSet<Integer> equations(SortedSet<Integer> block) {
        TreeSet<Integer> equations = new TreeSet<>();
        block.forEach(node -> equations.addAll(equationsOf(node)));
        return equations;
    }

    /** Without the outside, which is none. */
    private SortedSet<Integer> equationsOf(int node) {
        Incidence incidence = system.incidence();
        TreeSet<Integer> equations = new TreeSet<>();
        for (int place = incidence.firstPlace(node); place < incidence.endPlace(node); place++) {
            if (incidence.equationOfPlace(place) != incidence.outside()) {
                equations.add(incidence.equationOfPlace(place));
            }
        }
        return equations;
    }
}
