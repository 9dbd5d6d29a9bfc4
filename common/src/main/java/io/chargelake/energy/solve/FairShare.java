package io.chargelake.energy.solve;

import io.chargelake.energy.SiteCase;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How much each stay gets where a site can't carry what all want: the worst served share of a need is as great as it can be,
 * then the next worst, and so on (max-min). As much is delivered in all as can be.
 */
final class FairShare {
    private final SlotFlow flow;
    private final long[] need;
    private final long[] granted;
    private final boolean[] isSettled;
    private final int[] all;

    private FairShare(SiteCase site) {
        flow = new SlotFlow(site);
        need = new long[site.count()];
        granted = new long[site.count()];
        isSettled = new boolean[site.count()];
        all = IntStream.range(0, site.count()).toArray();
        for (int stay = 0; stay < need.length; stay++) {
            need[stay] = Math.min(Nano.near(site.needKwh(stay)), possible(site, stay));
            isSettled[stay] = need[stay] == 0;
        }
    }

    /** What each stay draws, in nano kWh. */
    static long[] of(SiteCase site) {
        return new FairShare(site).share();
    }

    private long possible(SiteCase site, int stay) {
        long sum = 0;
        for (int place = site.begin(stay); place < site.begin(stay + 1); place++) {
            sum += flow.cap[place];
        }
        return sum;
    }

    private long[] share() {
        System.arraycopy(need, 0, granted, 0, need.length);
        while (!fits(granted)) {
            shrink();
        }
        return granted;
    }

    /** Settles those who are short at the highest share that all who are not settled can have; the others ask for all again. */
    private void shrink() {
        boolean[] tight = new boolean[need.length];
        do {
            double share = shareOfShort(tight);
            for (int stay = 0; stay < need.length; stay++) {
                if (!isSettled[stay]) {
                    granted[stay] = Math.min(granted[stay], (long) (share * need[stay]));
                }
            }
        } while (!fits(granted));
        for (int stay = 0; stay < need.length; stay++) {
            isSettled[stay] |= tight[stay];
            if (!isSettled[stay]) {
                granted[stay] = need[stay];
            }
        }
    }

    /** What the slots of those who are short carry, over what they need. */
    private double shareOfShort(boolean[] tight) {
        Arrays.fill(tight, false);
        long carried = 0;
        long asked = 0;
        for (int stay : all) {
            if (flow.isShort(stay)) {
                carried += granted[stay] - flow.supply[stay];
                if (isSettled[stay]) {
                    carried -= granted[stay];
                } else {
                    asked += need[stay];
                    tight[stay] = true;
                }
            }
        }
        return asked == 0 ? 0 : Math.max(0, (double) carried / asked * (1 - 1e-12));
    }

    private boolean fits(long[] asked) {
        Arrays.fill(flow.flow, 0);
        System.arraycopy(asked, 0, flow.supply, 0, asked.length);
        for (int slot = 0; slot < flow.room.length; slot++) {
            flow.room[slot] = Nano.down(flow.site.upperKwh(slot));
        }
        flow.send(all, 0);
        return Arrays.stream(flow.supply).noneMatch(left -> left > 0);
    }
}
