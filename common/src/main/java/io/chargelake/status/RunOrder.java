package io.chargelake.status;

import java.util.Arrays;

/**
 * Orders runs by device, then first second. A stable counting sort over devices, linear in runs and in the greatest
 * device number; a device's runs leave an encoder in order of time, so only devices fed by several stretches are
 * sorted within, as long keys of which whole sorted pieces merge.
 */
final class RunOrder {
    private RunOrder() {}

    static Runs group(Runs runs) {
        int n = runs.size();
        int greatest = 0;
        boolean ordered = true;
        for (int i = 0; i < n; i++) {
            greatest = Math.max(greatest, runs.device(i));
            ordered &= i == 0 || inOrder(runs, i - 1, i);
        }
        if (ordered) {
            return runs;
        }
        int[] ends = new int[greatest + 1];
        int[] order = byDevice(runs, ends);
        int start = 0;
        for (int end : ends) {
            sortByFirst(runs, order, start, end);
            start = end;
        }
        Runs grouped = new Runs(n);
        for (int i : order) {
            grouped.addFrom(runs, i);
        }
        return grouped;
    }

    private static boolean inOrder(Runs runs, int a, int b) {
        int before = runs.device(a);
        int after = runs.device(b);
        return before < after || (before == after && runs.first(a) <= runs.first(b));
    }

    /** Indices of the runs by device, input order kept; leaves in {@code ends} where each device's part ends. */
    private static int[] byDevice(Runs runs, int[] ends) {
        int n = runs.size();
        for (int i = 0; i < n; i++) {
            ends[runs.device(i)]++;
        }
        int sum = 0;
        for (int d = 0; d < ends.length; d++) {
            int count = ends[d];
            ends[d] = sum;
            sum += count;
        }
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[ends[runs.device(i)]++] = i;
        }
        return order;
    }

    private static void sortByFirst(Runs runs, int[] order, int start, int end) {
        boolean ordered = true;
        for (int k = start + 1; k < end && ordered; k++) {
            ordered = runs.first(order[k - 1]) <= runs.first(order[k]);
        }
        if (ordered) {
            return;
        }
        long[] keys = new long[end - start];
        for (int k = start; k < end; k++) {
            // the sign bit is flipped so that unsigned seconds sort as signed longs
            keys[k - start] = (runs.first(order[k]) << 32 | order[k]) ^ Long.MIN_VALUE;
        }
        Arrays.sort(keys);
        for (int k = start; k < end; k++) {
            order[k] = (int) keys[k - start];
        }
    }
}
