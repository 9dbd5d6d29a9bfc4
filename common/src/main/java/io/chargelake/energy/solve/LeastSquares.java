package io.chargelake.energy.solve;

import io.chargelake.energy.SiteCase;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.stream.IntStream;

/**
 * The flattest load that given energies allow: the sum over slots of (base + vehicles)^2 is least, and so is the highest load.
 *
 * <p>Decomposition: pour everything to one level. What does not fit shows, by the cut of the greatest flow, stays that need
 * higher slots than others; both parts are then solved by themselves, with what must flow between them fixed. At most as many
 * flows as slots.
 */
public final class LeastSquares {
    private final SiteCase site;
    private final SlotFlow flow;
    private final long[] granted;
    private final long[] base;
    private final long[] upper;
    private int labels = 1;

    private LeastSquares(SiteCase site, long[] granted) {
        this.site = site;
        this.granted = granted;
        this.flow = new SlotFlow(site);
        this.base = new long[site.slots()];
        this.upper = new long[site.slots()];
        for (int slot = 0; slot < base.length; slot++) {
            base[slot] = Nano.near(site.site().netKw(slot) * site.horizon().slotHours());
            upper[slot] = Nano.down(site.upperKwh(slot));
        }
    }

    /** A part of the site that is still to be solved. */
    private record Part(int[] stays, int[] slots, int label) {}

    /** In kWh by place. */
    static double[] fill(SiteCase site, long[] granted) {
        LeastSquares squares = new LeastSquares(site, granted);
        squares.solve();
        return squares.flow.kwh();
    }

    /** The squared load in kW^2 of a plan, summed over slots. */
    public static double of(SiteCase site, double[] vehiclesKw) {
        double sum = 0;
        for (int slot = 0; slot < vehiclesKw.length; slot++) {
            double load = site.site().netKw(slot) + vehiclesKw[slot];
            sum += load * load;
        }
        return sum;
    }

    private void solve() {
        System.arraycopy(granted, 0, flow.supply, 0, granted.length);
        Deque<Part> open = new ArrayDeque<>();
        open.push(new Part(
                IntStream.range(0, site.count()).toArray(),
                IntStream.range(0, site.slots()).toArray(),
                0));
        while (!open.isEmpty()) {
            Part part = open.pop();
            if (part.stays.length > 0 && !pour(part)) {
                split(part, open);
            }
        }
    }

    /** Whether all fits below one level. */
    private boolean pour(Part part) {
        long asked = Arrays.stream(part.stays)
                .mapToLong(stay -> flow.supply[stay] + sent(stay, part.label))
                .sum();
        long level = level(part.slots, asked);
        for (int slot : part.slots) {
            flow.room[slot] = poured(slot, level);
        }
        for (int stay : part.stays) {
            for (int place = site.begin(stay); place < site.begin(stay + 1); place++) {
                int slot = site.slot(stay, place);
                if (flow.slotLabel[slot] == part.label) {
                    flow.room[slot] -= flow.flow[place];
                }
            }
        }
        flow.send(part.stays, part.label);
        return Arrays.stream(part.stays).noneMatch(stay -> flow.supply[stay] > 0);
    }

    private long sent(int stay, int label) {
        long sum = 0;
        for (int place = site.begin(stay); place < site.begin(stay + 1); place++) {
            sum += flow.slotLabel[site.slot(stay, place)] == label ? flow.flow[place] : 0;
        }
        return sum;
    }

    /** The least level below which so much goes. */
    private long level(int[] slots, long asked) {
        long low = Long.MAX_VALUE;
        long high = Long.MIN_VALUE;
        for (int slot : slots) {
            low = Math.min(low, base[slot]);
            high = Math.max(high, base[slot] + Math.min(upper[slot], asked));
        }
        while (low < high) {
            long middle = low + (high - low) / 2;
            long sum = 0;
            for (int slot : slots) {
                sum += poured(slot, middle);
            }
            if (sum >= asked) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private long poured(int slot, long level) {
        return Math.max(0, Math.min(upper[slot], level - base[slot]));
    }

    /** Those who could not send all, with the slots they reach, need a higher level; the rest one that is lower. */
    private void split(Part part, Deque<Part> open) {
        int[] shortStays = Arrays.stream(part.stays).filter(flow::isShort).toArray();
        int[] restStays =
                Arrays.stream(part.stays).filter(stay -> !flow.isShort(stay)).toArray();
        int[] shortSlots = Arrays.stream(part.slots).filter(flow::isShortSlot).toArray();
        int[] restSlots = Arrays.stream(part.slots)
                .filter(slot -> !flow.isShortSlot(slot))
                .toArray();
        if (restStays.length == 0 && restSlots.length == 0) {
            return;
        }
        int high = relabel(shortStays, shortSlots);
        int low = relabel(restStays, restSlots);
        fixBetween(shortStays, low);
        withdraw(restStays, low);
        open.push(new Part(shortStays, shortSlots, high));
        open.push(new Part(restStays, restSlots, low));
    }

    /** Slots out of their reach take all that those who are short can send there: it counts as load of its own from now on. */
    private void fixBetween(int[] shortStays, int low) {
        for (int stay : shortStays) {
            for (int place = site.begin(stay); place < site.begin(stay + 1); place++) {
                int slot = site.slot(stay, place);
                if (flow.slotLabel[slot] == low) {
                    base[slot] += flow.flow[place];
                    upper[slot] -= flow.flow[place];
                }
            }
        }
    }

    /** Takes back what was poured too high. What those who are short send within their reach stays: their level only rises. */
    private void withdraw(int[] stays, int label) {
        for (int stay : stays) {
            for (int place = site.begin(stay); place < site.begin(stay + 1); place++) {
                if (flow.slotLabel[site.slot(stay, place)] == label) {
                    flow.supply[stay] += flow.flow[place];
                    flow.flow[place] = 0;
                }
            }
        }
    }

    private int relabel(int[] stays, int[] slots) {
        int label = labels++;
        for (int stay : stays) {
            flow.stayLabel[stay] = label;
        }
        for (int slot : slots) {
            flow.slotLabel[slot] = label;
        }
        return label;
    }
}
