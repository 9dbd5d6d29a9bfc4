package io.chargelake.forecast;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A regression tree in arrays: node 0 is the root, a child below 0 is leaf {@code -1 - child}. A row goes right where its feature is above
 * the node's edge; what is missing goes left.
 */
record Tree(int[] feature, byte[] bin, float[] edge, int[] left, int[] right, double[] leaves) {

    double predict(float[] row) {
        if (feature.length == 0) {
            return leaves[0];
        }
        int node = 0;
        while (node >= 0) {
            node = row[feature[node]] > edge[node] ? right[node] : left[node];
        }
        return leaves[-1 - node];
    }

    int leafOf(BinnedRows rows, int row) {
        if (feature.length == 0) {
            return 0;
        }
        int node = 0;
        while (node >= 0) {
            node = (rows.column(feature[node])[row] & 0xff) > (bin[node] & 0xff) ? right[node] : left[node];
        }
        return -1 - node;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(feature.length);
        for (int i = 0; i < feature.length; i++) {
            out.writeInt(feature[i]);
            out.writeByte(bin[i]);
            out.writeFloat(edge[i]);
            out.writeInt(left[i]);
            out.writeInt(right[i]);
        }
        out.writeInt(leaves.length);
        for (double leaf : leaves) {
            out.writeDouble(leaf);
        }
    }

    static Tree read(DataInput in) throws IOException {
        int n = in.readInt();
        Tree tree = new Tree(new int[n], new byte[n], new float[n], new int[n], new int[n], null);
        for (int i = 0; i < n; i++) {
            tree.feature[i] = in.readInt();
            tree.bin[i] = in.readByte();
            tree.edge[i] = in.readFloat();
            tree.left[i] = in.readInt();
            tree.right[i] = in.readInt();
        }
        double[] leaves = new double[in.readInt()];
        for (int i = 0; i < leaves.length; i++) {
            leaves[i] = in.readDouble();
        }
        return new Tree(tree.feature, tree.bin, tree.edge, tree.left, tree.right, leaves);
    }
}
