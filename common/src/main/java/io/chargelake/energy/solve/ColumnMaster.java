package io.chargelake.energy.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A small linear program that grows by columns: primal simplex on the inverse of the basis, started again where it stopped.
 * Rows are equations; whoever wants an inequality adds a column for its slack.
 */
final class ColumnMaster {
    private static final double ZERO = 1e-9;
    private static final int REFRESH = 100;

    private final int rows;
    private final double[] right;
    private final List<double[]> columns = new ArrayList<>();
    private final List<Double> costs = new ArrayList<>();
    private final int[] basis;
    private double[][] inverse;
    private double[] amounts;
    private int sinceRefresh;

    ColumnMaster(double[] right) {
        this.rows = right.length;
        this.right = right.clone();
        this.basis = new int[rows];
    }

    int add(double cost, double[] column) {
        columns.add(column);
        costs.add(cost);
        return columns.size() - 1;
    }

    /** Columns that are a solution with nothing below zero. */
    void start(int[] first) {
        System.arraycopy(first, 0, basis, 0, rows);
        refresh();
    }

    /** Goes to the optimum of the columns there are. */
    void solve() {
        int still = 0;
        int most = 50 * (rows + columns.size());
        for (int step = 0; step < most; step++) {
            double[] prices = prices();
            int entering = entering(prices, still > 2 * rows);
            if (entering < 0) {
                return;
            }
            double[] direction = times(columns.get(entering));
            int leaving = leaving(direction);
            if (leaving < 0) {
                throw new IllegalStateException("the mix of plans has no bound");
            }
            still = amounts[leaving] / direction[leaving] > ZERO ? 0 : still + 1;
            exchange(entering, leaving, direction);
        }
    }

    double objective() {
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            sum += costs.get(basis[row]) * amounts[row];
        }
        return sum;
    }

    /** Of each row. */
    double[] prices() {
        double[] prices = new double[rows];
        for (int row = 0; row < rows; row++) {
            double cost = costs.get(basis[row]);
            if (cost != 0) {
                for (int i = 0; i < rows; i++) {
                    prices[i] += cost * inverse[row][i];
                }
            }
        }
        return prices;
    }

    /** How much of each column the solution holds. */
    double[] mix() {
        double[] mix = new double[columns.size()];
        for (int row = 0; row < rows; row++) {
            mix[basis[row]] = Math.max(0, amounts[row]);
        }
        return mix;
    }

    private int entering(double[] prices, boolean takesFirst) {
        int best = -1;
        double least = -ZERO;
        int[] priced = notZero(prices);
        for (int column = 0; column < columns.size(); column++) {
            double reduced = costs.get(column);
            double scale = Math.abs(reduced) + 1;
            double[] entries = columns.get(column);
            for (int row : priced) {
                reduced -= prices[row] * entries[row];
            }
            if (reduced / scale < least) {
                least = reduced / scale;
                best = column;
                if (takesFirst) {
                    return best;
                }
            }
        }
        return best;
    }

    /** Of equals the greatest pivot, then the first column: no circles in practice, and the same answer every time. */
    private int leaving(double[] direction) {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int row = 0; row < rows; row++) {
            if (direction[row] > ZERO) {
                double ratio = Math.max(0, amounts[row]) / direction[row];
                boolean isTie = best >= 0 && Math.abs(ratio - least) <= 1e-12;
                if (isTie ? direction[row] > direction[best] : ratio < least) {
                    least = ratio;
                    best = row;
                }
            }
        }
        return best;
    }

    private double[] times(double[] column) {
        double[] product = new double[rows];
        int[] filled = notZero(column);
        for (int row = 0; row < rows; row++) {
            double sum = 0;
            for (int i : filled) {
                sum += inverse[row][i] * column[i];
            }
            product[row] = sum;
        }
        return product;
    }

    private void exchange(int entering, int leaving, double[] direction) {
        basis[leaving] = entering;
        if (++sinceRefresh >= REFRESH) {
            refresh();
            return;
        }
        double amount = Math.max(0, amounts[leaving]) / direction[leaving];
        for (int i = 0; i < rows; i++) {
            inverse[leaving][i] /= direction[leaving];
        }
        int[] filled = notZero(inverse[leaving]);
        for (int row = 0; row < rows; row++) {
            if (row != leaving && direction[row] != 0) {
                amounts[row] -= amount * direction[row];
                for (int i : filled) {
                    inverse[row][i] -= direction[row] * inverse[leaving][i];
                }
            }
        }
        amounts[leaving] = amount;
    }

    /** Most limits are far from being reached: their prices, and most entries of columns, are zero. */
    private int[] notZero(double[] values) {
        int count = 0;
        int[] where = new int[rows];
        for (int row = 0; row < rows; row++) {
            if (values[row] != 0) {
                where[count++] = row;
            }
        }
        return Arrays.copyOf(where, count);
    }

    /** Makes the inverse anew, so that rounding does not add up. */
    private void refresh() {
        sinceRefresh = 0;
        double[][] matrix = new double[rows][2 * rows];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < rows; column++) {
                matrix[row][column] = columns.get(basis[column])[row];
            }
            matrix[row][rows + row] = 1;
        }
        for (int pivot = 0; pivot < rows; pivot++) {
            eliminate(matrix, pivot);
        }
        inverse = new double[rows][rows];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(matrix[row], rows, inverse[row], 0, rows);
        }
        amounts = times(right);
    }

    private void eliminate(double[][] matrix, int pivot) {
        int largest = pivot;
        for (int row = pivot + 1; row < rows; row++) {
            largest = Math.abs(matrix[row][pivot]) > Math.abs(matrix[largest][pivot]) ? row : largest;
        }
        double[] swapped = matrix[pivot];
        matrix[pivot] = matrix[largest];
        matrix[largest] = swapped;
        double by = matrix[pivot][pivot];
        int count = 0;
        int[] filled = new int[2 * rows];
        for (int i = 0; i < 2 * rows; i++) {
            if (matrix[pivot][i] != 0) {
                matrix[pivot][i] /= by;
                filled[count++] = i;
            }
        }
        for (int row = 0; row < rows; row++) {
            double factor = matrix[row][pivot];
            if (row != pivot && factor != 0) {
                for (int k = 0; k < count; k++) {
                    matrix[row][filled[k]] -= factor * matrix[pivot][filled[k]];
                }
            }
        }
    }
}
