package io.chargelake.forecast;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Trees whose answers are added up. */
public final class TreeEnsemble {
    private final int features;
    private final double start;
    private final Tree[] trees;

    TreeEnsemble(int features, double start, Tree[] trees) {
        this.features = features;
        this.start = start;
        this.trees = trees;
    }

    public double predict(float[] row) {
        if (row.length != features) {
            throw new IllegalArgumentException(
                    "Cannot predict: the row has " + row.length + " features, the trees were grown of " + features);
        }
        double sum = start;
        for (Tree tree : trees) {
            sum += tree.predict(row);
        }
        return sum;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(features);
        out.writeDouble(start);
        out.writeInt(trees.length);
        for (Tree tree : trees) {
            tree.write(out);
        }
    }

    static TreeEnsemble read(DataInput in) throws IOException {
        int features = in.readInt();
        double start = in.readDouble();
        Tree[] trees = new Tree[in.readInt()];
        for (int i = 0; i < trees.length; i++) {
            trees[i] = Tree.read(in);
        }
        return new TreeEnsemble(features, start, trees);
    }
}
