package io.chargelake.energy.solve;

/**
 * One vehicle that charges and gives back, by a backward dynamic program over the value of stored energy.
 *
 * <p>That value is convex and piecewise linear: a list of slopes over stored kWh. A slot adds two pieces, charging and giving
 * back, where their slopes belong, and the band clips both ends: O(slots x pieces), and pieces of equal slope are one. Energy
 * is the battery's here. Where giving back pays more than charging costs, the slot's cost is not convex; the program then
 * takes the straight line between full charge and full return, and tells what that would cost. {@link Modes} searches from there.
 */
final class StoredValue {
    /** Steeper than any price: what is wanted at departure comes first. Only ever compared. */
    private static final double FIRST = 1e15;

    int slots;
    /** The most that goes in and out in each slot. */
    final double[] in;

    final double[] out;
    /** What a kWh costs that goes in, what one brings that comes out. */
    final double[] cost;

    final double[] gain;
    /** The band at the begin of each slot, and at the end. */
    final double[] low;

    final double[] high;
    /** Of the best path: what goes in, below 0 what comes out. */
    final double[] move;

    private double[][] slope;
    private double[][] length;
    private final int[] pieces;
    private final double[] from;
    private final double[] to;

    StoredValue(int mostSlots) {
        in = new double[mostSlots];
        out = new double[mostSlots];
        cost = new double[mostSlots];
        gain = new double[mostSlots];
        move = new double[mostSlots];
        low = new double[mostSlots + 1];
        high = new double[mostSlots + 1];
        pieces = new int[mostSlots + 1];
        from = new double[mostSlots + 1];
        to = new double[mostSlots + 1];
        slope = new double[mostSlots + 1][8];
        length = new double[mostSlots + 1][8];
    }

    /** Whether any path keeps to the band; leaves the best in {@link #move}. */
    boolean solve(double stored, double wanted) {
        atDeparture(wanted);
        for (int slot = slots - 1; slot >= 0; slot--) {
            before(slot);
            if (from[slot] > to[slot] + 1e-9) {
                return false;
            }
        }
        if (stored < from[0] - 1e-9 || stored > to[0] + 1e-9) {
            return false;
        }
        walk(stored);
        return true;
    }

    boolean isConvex(int slot) {
        return in[slot] == 0 || out[slot] == 0 || cost[slot] >= gain[slot];
    }

    /** What the path costs, with the straight line where a slot is not convex. */
    double relaxed() {
        double sum = 0;
        for (int slot = 0; slot < slots; slot++) {
            sum += isConvex(slot) ? real(slot) : line(slot) * (move[slot] + out[slot]) - gain[slot] * out[slot];
        }
        return sum;
    }

    double real() {
        double sum = 0;
        for (int slot = 0; slot < slots; slot++) {
            sum += real(slot);
        }
        return sum;
    }

    double real(int slot) {
        return move[slot] * (move[slot] > 0 ? cost[slot] : gain[slot]);
    }

    /** By how much the straight line flatters a slot. */
    double flattery(int slot) {
        return isConvex(slot) ? 0 : real(slot) - line(slot) * (move[slot] + out[slot]) + gain[slot] * out[slot];
    }

    private double line(int slot) {
        return (cost[slot] * in[slot] + gain[slot] * out[slot]) / (in[slot] + out[slot]);
    }

    private void atDeparture(double wanted) {
        double asked = Math.max(low[slots], Math.min(high[slots], wanted));
        pieces[slots] = 0;
        from[slots] = low[slots];
        to[slots] = high[slots];
        append(slots, -FIRST, asked - low[slots]);
        append(slots, 0, high[slots] - asked);
    }

    private void before(int slot) {
        if (slope[slot].length < pieces[slot + 1] + 4) {
            slope[slot] = new double[2 * pieces[slot + 1] + 8];
            length[slot] = new double[2 * pieces[slot + 1] + 8];
        }
        pieces[slot] = 0;
        if (in[slot] == 0) {
            merge(slot, -gain[slot], out[slot], 0, 0);
        } else if (isConvex(slot)) {
            merge(slot, -cost[slot], in[slot], -gain[slot], out[slot]);
        } else {
            merge(slot, -line(slot), in[slot] + out[slot], 0, 0);
        }
        from[slot] = from[slot + 1] - in[slot];
        to[slot] = to[slot + 1] + out[slot];
        clipBelow(slot);
        clipAbove(slot);
    }

    private void merge(int slot, double first, double firstLength, double second, double secondLength) {
        double[] laterSlope = slope[slot + 1];
        double[] laterLength = length[slot + 1];
        int later = 0;
        int count = pieces[slot + 1];
        while (later < count && laterSlope[later] < first) {
            append(slot, laterSlope[later], laterLength[later++]);
        }
        append(slot, first, firstLength);
        while (later < count && (secondLength == 0 || laterSlope[later] < second)) {
            append(slot, laterSlope[later], laterLength[later++]);
        }
        append(slot, second, secondLength);
        while (later < count) {
            append(slot, laterSlope[later], laterLength[later++]);
        }
    }

    private void append(int slot, double steep, double wide) {
        if (wide <= 0) {
            return;
        }
        int last = pieces[slot] - 1;
        if (last >= 0 && slope[slot][last] == steep) {
            length[slot][last] += wide;
        } else {
            slope[slot][last + 1] = steep;
            length[slot][last + 1] = wide;
            pieces[slot]++;
        }
    }

    private void clipBelow(int slot) {
        double cut = low[slot] - from[slot];
        if (cut <= 0) {
            return;
        }
        int gone = 0;
        while (gone < pieces[slot] && length[slot][gone] <= cut) {
            cut -= length[slot][gone++];
        }
        pieces[slot] -= gone;
        System.arraycopy(slope[slot], gone, slope[slot], 0, pieces[slot]);
        System.arraycopy(length[slot], gone, length[slot], 0, pieces[slot]);
        if (pieces[slot] > 0) {
            length[slot][0] -= cut;
        }
        from[slot] = low[slot];
    }

    private void clipAbove(int slot) {
        double cut = to[slot] - high[slot];
        if (cut <= 0) {
            return;
        }
        while (pieces[slot] > 0 && length[slot][pieces[slot] - 1] <= cut) {
            cut -= length[slot][--pieces[slot]];
        }
        if (pieces[slot] > 0) {
            length[slot][pieces[slot] - 1] -= cut;
        }
        to[slot] = high[slot];
    }

    private void walk(double stored) {
        double here = stored;
        for (int slot = 0; slot < slots; slot++) {
            double next = isConvex(slot) ? step(slot, here) : lineStep(slot, here);
            next = Math.max(from[slot + 1], Math.min(to[slot + 1], next));
            next = Math.max(here - out[slot], Math.min(here + in[slot], next));
            move[slot] = next - here;
            here = next;
        }
    }

    /** Of equals charges rather now than later, and gives back only if that pays. */
    private double step(int slot, double here) {
        double steep = -cost[slot];
        double chargeTo = reach(slot + 1, steep < 0 ? Math.nextUp(steep) : steep);
        if (in[slot] > 0 && here < chargeTo) {
            return Math.min(chargeTo, here + in[slot]);
        }
        double giveTo = reach(slot + 1, Math.nextUp(-gain[slot]));
        return out[slot] > 0 && here > giveTo ? Math.max(giveTo, here - out[slot]) : here;
    }

    private double lineStep(int slot, double here) {
        return Math.max(here - out[slot], Math.min(here + in[slot], reach(slot + 1, -line(slot))));
    }

    /** Up to where the value falls faster than a slope. */
    private double reach(int slot, double steep) {
        double reached = from[slot];
        for (int piece = 0; piece < pieces[slot] && slope[slot][piece] < steep; piece++) {
            reached += length[slot][piece];
        }
        return reached;
    }
}
