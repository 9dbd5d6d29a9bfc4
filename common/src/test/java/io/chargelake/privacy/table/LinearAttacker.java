package io.chargelake.privacy.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * Who has a delivery and knows linear programming: takes the equations as they stand, puts in what is published, and asks
 * for the least and the greatest value of a suppressed cell. Shares nothing with the audit but the library.
 */
public final class LinearAttacker {
    /** Solvers are content with this share of a bound. */
    private static final double TOLERANCE = 1e-6;

    private final Map<String, Cell> cells = new HashMap<>();
    private final List<Equation> equations;
    private final Set<String> suppressed;

    public LinearAttacker(List<Cell> cells, List<Equation> equations, Set<String> suppressed) {
        cells.forEach(cell -> this.cells.put(cell.key(), cell));
        this.equations = equations;
        this.suppressed = suppressed;
    }

    /** Whether the cell's value is told more closely than its protection allows. */
    public boolean breaks(String key) {
        Cell cell = cells.get(key);
        if (!suppressed.contains(key)) {
            return true;
        }
        double slack = TOLERANCE * cell.protection();
        double lowerMust = Math.max(cell.floor(), cell.value() - cell.protection());
        return bound(key, 1) < cell.value() + cell.protection() - slack || bound(key, -1) > lowerMust + slack;
    }

    /** The cell's greatest possible value, or with sign -1 its least. */
    double bound(String key, int sign) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Map<String, Variable> variables = new HashMap<>();
        suppressed.forEach(name -> {
            Variable variable = model.newVariable(name);
            if (cells.get(name).floor() != Cell.NO_FLOOR) {
                variable.lower(cells.get(name).floor());
            }
            variables.put(name, variable);
        });
        for (int i = 0; i < equations.size(); i++) {
            state(model.newExpression("equation " + i), variables, equations.get(i));
        }
        variables.get(key).weight(sign);
        Optimisation.Result result = model.maximise();
        if (result.getState() == Optimisation.State.UNBOUNDED) {
            return sign * Double.POSITIVE_INFINITY;
        }
        if (!result.getState().isOptimal()) {
            throw new IllegalStateException("Cannot attack cell " + key + ": solver says " + result);
        }
        return sign * result.getValue();
    }

    private void state(Expression expression, Map<String, Variable> variables, Equation equation) {
        long known = 0;
        for (String key : equation.left()) {
            known += suppressed.contains(key) ? 0 : cells.get(key).value();
        }
        for (String key : equation.right()) {
            known -= suppressed.contains(key) ? 0 : cells.get(key).value();
        }
        equation.left().stream().filter(suppressed::contains).forEach(key -> expression.set(variables.get(key), 1));
        equation.right().stream().filter(suppressed::contains).forEach(key -> expression.set(variables.get(key), -1));
        expression.level(-known);
    }
}
