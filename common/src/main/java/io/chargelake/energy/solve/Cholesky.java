package io.chargelake.energy.solve;

import java.util.Arrays;

/**
 * A symmetric matrix above zero, its upper half by rows, and its factor in the same place. Works along rows only, so that
 * processors take several numbers at a time.
 */
final class Cholesky {
    /** A pivot this small beside its diagonal is rounding: its row is left out. */
    private static final double NOTHING = 1e-14;

    private static final double LEFT_OUT = 1e100;

    private final int size;
    /** Of each row, what is right of the diagonal counts. */
    final double[][] rows;

    private final double[] diagonal;

    Cholesky(int size) {
        this.size = size;
        this.rows = new double[size][size];
        this.diagonal = new double[size];
    }

    void clear() {
        for (double[] row : rows) {
            Arrays.fill(row, 0);
        }
    }

    void factor() {
        for (int row = 0; row < size; row++) {
            diagonal[row] = rows[row][row];
        }
        for (int pivot = 0; pivot < size; pivot++) {
            double[] own = rows[pivot];
            double rest = own[pivot];
            own[pivot] = rest > NOTHING * diagonal[pivot] ? Math.sqrt(rest) : LEFT_OUT;
            double by = 1 / own[pivot];
            for (int column = pivot + 1; column < size; column++) {
                own[column] *= by;
            }
            for (int row = pivot + 1; row < size; row++) {
                if (own[row] != 0) {
                    subtract(rows[row], own[row], own, row);
                }
            }
        }
    }

    void solve(double[] right) {
        for (int row = 0; row < size; row++) {
            right[row] /= rows[row][row];
            subtract(right, right[row], rows[row], row + 1);
        }
        for (int row = size - 1; row >= 0; row--) {
            right[row] = (right[row] - product(rows[row], right, row + 1)) / rows[row][row];
        }
    }

    private void subtract(double[] from, double times, double[] what, int begin) {
        for (int i = begin; i < size; i++) {
            from[i] -= times * what[i];
        }
    }

    /** Two sums at a time: a single one would wait for itself. */
    private double product(double[] a, double[] b, int begin) {
        double even = 0;
        double odd = 0;
        int i = begin;
        for (; i + 1 < size; i += 2) {
            even += a[i] * b[i];
            odd += a[i + 1] * b[i + 1];
        }
        return i < size ? even + odd + a[i] * b[i] : even + odd;
    }
}
