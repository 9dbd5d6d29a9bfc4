package io.chargelake.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Grows one tree, the split of most gain first. Of two children the smaller is counted, the other is what is left of the parent: a level
 * costs half of its rows times the features.
 */
final class TreeGrower {
    private static final int CELL = 3; // gradients, weights, rows

    private final BinnedRows data;
    private final double[] gradients;
    private final double[] weights;
    private final Boosting.Settings settings;
    private final int[] columns;
    private final int[] rows;
    private final int[] aside;
    private final double[] gathered;
    private final double[] gatheredWeights;

    private final List<int[]> nodes = new ArrayList<>(); // column, bin, left, right
    private final List<Part> parts = new ArrayList<>();

    /** Rows that end in the same leaf so far, and the best way to part them. */
    private static final class Part {
        final int from;
        final int to;
        final double[] histogram;
        int parent = -1;
        boolean isRight;
        double gain;
        int column = -1;
        int bin;

        Part(int from, int to, double[] histogram) {
            this.from = from;
            this.to = to;
            this.histogram = histogram;
        }
    }

    /** @param rows that are learnt from, @param columns that may be split by */
    TreeGrower(
            BinnedRows data,
            double[] gradients,
            double[] weights,
            int[] rows,
            int[] columns,
            Boosting.Settings settings) {
        this.data = data;
        this.gradients = gradients;
        this.weights = weights;
        this.rows = rows;
        this.columns = columns;
        this.settings = settings;
        aside = new int[rows.length];
        gathered = new double[rows.length];
        gatheredWeights = new double[rows.length];
    }

    /** The tree; its leaves have no values yet. */
    Tree grow() {
        Part all = new Part(0, rows.length, new double[columns.length * Bins.MOST * CELL]);
        count(all);
        seek(all);
        parts.add(all);
        while (parts.size() < settings.leaves()) {
            int best = mostGain();
            if (best < 0) {
                break;
            }
            split(best);
        }
        return tree();
    }

    private int mostGain() {
        int best = -1;
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).gain > 0 && (best < 0 || parts.get(i).gain > parts.get(best).gain)) {
                best = i;
            }
        }
        return best;
    }

    private void split(int number) {
        Part part = parts.get(number);
        int middle = partition(part);
        int node = nodes.size();
        nodes.add(new int[] {columns[part.column], part.bin, 0, 0});
        if (part.parent >= 0) {
            nodes.get(part.parent)[part.isRight ? 3 : 2] = node;
        }
        boolean leftIsSmaller = middle - part.from <= part.to - middle;
        double[] counted = new double[part.histogram.length];
        Part left = new Part(part.from, middle, leftIsSmaller ? counted : part.histogram);
        Part right = new Part(middle, part.to, leftIsSmaller ? part.histogram : counted);
        count(leftIsSmaller ? left : right);
        for (int i = 0; i < counted.length; i++) {
            part.histogram[i] -= counted[i];
        }
        for (Part child : List.of(left, right)) {
            child.parent = node;
            child.isRight = child == right;
            seek(child);
        }
        parts.set(number, left);
        parts.add(right);
    }

    /** Rows that go left come first, each side in its order. */
    private int partition(Part part) {
        byte[] column = data.column(columns[part.column]);
        int left = part.from;
        int right = 0;
        for (int i = part.from; i < part.to; i++) {
            if ((column[rows[i]] & 0xff) <= part.bin) {
                rows[left++] = rows[i];
            } else {
                aside[right++] = rows[i];
            }
        }
        System.arraycopy(aside, 0, rows, left, right);
        return left;
    }

    private void count(Part part) {
        for (int i = part.from; i < part.to; i++) {
            gathered[i] = gradients[rows[i]];
            gatheredWeights[i] = weights[rows[i]];
        }
        for (int c = 0; c < columns.length; c++) {
            byte[] column = data.column(columns[c]);
            int base = c * Bins.MOST * CELL;
            double[] histogram = part.histogram;
            for (int i = part.from; i < part.to; i++) {
                int cell = base + (column[rows[i]] & 0xff) * CELL;
                histogram[cell] += gathered[i];
                histogram[cell + 1] += gatheredWeights[i];
                histogram[cell + 2]++;
            }
        }
    }

    private void seek(Part part) {
        if (part.to - part.from < 2 * settings.leafRows()) {
            return;
        }
        for (int c = 0; c < columns.length; c++) {
            int bins = data.bins(columns[c]).count();
            double gradient = 0;
            double weight = 0;
            int base = c * Bins.MOST * CELL;
            for (int b = 0; b < bins; b++) {
                gradient += part.histogram[base + b * CELL];
                weight += part.histogram[base + b * CELL + 1];
            }
            seek(part, c, bins, gradient, weight);
        }
    }

    private void seek(Part part, int c, int bins, double gradient, double weight) {
        double whole = worth(gradient, weight);
        double left = 0;
        double leftWeight = 0;
        double leftRows = 0;
        int base = c * Bins.MOST * CELL;
        for (int b = 0; b < bins - 1; b++) {
            left += part.histogram[base + b * CELL];
            leftWeight += part.histogram[base + b * CELL + 1];
            leftRows += part.histogram[base + b * CELL + 2];
            if (leftRows < settings.leafRows() || part.to - part.from - leftRows < settings.leafRows()) {
                continue;
            }
            double gain = worth(left, leftWeight) + worth(gradient - left, weight - leftWeight) - whole;
            if (gain > part.gain + 1e-12) {
                part.gain = gain;
                part.column = c;
                part.bin = b;
            }
        }
    }

    private double worth(double gradient, double weight) {
        double below = Math.max(weight, 0) + settings.ridge();
        return below > 0 ? gradient * gradient / below : 0;
    }

    private Tree tree() {
        int n = nodes.size();
        Tree tree = new Tree(new int[n], new byte[n], new float[n], new int[n], new int[n], new double[parts.size()]);
        for (int i = 0; i < n; i++) {
            int[] node = nodes.get(i);
            tree.feature()[i] = node[0];
            tree.bin()[i] = (byte) node[1];
            tree.edge()[i] = data.bins(node[0]).edge(node[1]);
            tree.left()[i] = node[2];
            tree.right()[i] = node[3];
        }
        for (int leaf = 0; leaf < parts.size(); leaf++) {
            Part part = parts.get(leaf);
            if (part.parent >= 0) {
                (part.isRight ? tree.right() : tree.left())[part.parent] = -1 - leaf;
            }
        }
        return tree;
    }

    /** Rows of each leaf of the tree that was grown. */
    List<int[]> leaves() {
        return parts.stream()
                .map(part -> Arrays.copyOfRange(rows, part.from, part.to))
                .toList();
    }
}
