package io.chargelake.profile;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Some rows, drawn by a hash of what is in them as {@link DistinctSample} draws values: all of a small table, else 4,096 to 8,192 rows of
 * all of it. So quantiles and what columns say of each other come out the same, however the rows were parted. A share told by it is
 * off by less than 2.2 points in 19 of 20 cases.
 */
final class RowSample implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int CAPACITY = 8_192;

    /** A row's numbers and times by column, NaN where there is none; {@code file} is where it came from. */
    static final class Sampled implements Serializable {
        private static final long serialVersionUID = 1L;
        private int file;
        private final double[] cells;
        private long copies;

        private Sampled(int file, double[] cells, long copies) {
            this.file = file;
            this.cells = cells;
            this.copies = copies;
        }

        int file() {
            return file;
        }

        double cell(int column) {
            return column >= 0 && column < cells.length ? cells[column] : Double.NaN;
        }

        long copies() {
            return copies;
        }
    }

    private final Map<Long, Sampled> rows = new HashMap<>();
    private int level;

    boolean wants(long hash) {
        return Long.numberOfTrailingZeros(hash) >= level;
    }

    /** @param cells is kept as it is */
    void add(long hash, int file, double[] cells) {
        add(hash, new Sampled(file, cells, 1));
    }

    private void add(long hash, Sampled row) {
        if (!wants(hash)) {
            return;
        }
        Sampled known = rows.putIfAbsent(hash, row);
        if (known != null) {
            known.copies += row.copies;
            known.file = Math.min(known.file, row.file);
        }
        while (rows.size() > CAPACITY) {
            raise(level + 1);
        }
    }

    /** @param columns our column for each of the other's */
    void merge(RowSample other, int[] columns, int width) {
        if (other.level > level) {
            raise(other.level);
        }
        other.rows.forEach(
                (hash, row) -> add(hash, new Sampled(row.file, moved(row.cells, columns, width), row.copies)));
    }

    private static double[] moved(double[] cells, int[] columns, int width) {
        double[] moved = new double[width];
        Arrays.fill(moved, Double.NaN);
        for (int i = 0; i < cells.length; i++) {
            if (columns[i] >= 0) {
                moved[columns[i]] = cells[i];
            }
        }
        return moved;
    }

    private void raise(int to) {
        level = to;
        rows.keySet().removeIf(hash -> !wants(hash));
    }

    /** Whether all rows are there. */
    boolean isWhole() {
        return level == 0;
    }

    /** In an order that depends on nothing but the rows. */
    List<Sampled> rows() {
        var sorted = new ArrayList<>(rows.entrySet());
        sorted.sort(Map.Entry.comparingByKey());
        return sorted.stream().map(Map.Entry::getValue).toList();
    }
}
