package io.chargelake.energy.solve;

import io.chargelake.energy.SiteCase;
import java.util.Arrays;

/**
 * The greatest flow from stays through their places into slots, in whole numbers (Dinic: shortest ways first, all of one
 * length at once). Stays and slots carry a label, and a flow stays within its label, so that parts of a site can be solved by
 * themselves. What already flows stays unless it must make way.
 */
final class SlotFlow {
    final SiteCase site;
    final long[] cap;
    final long[] flow;
    /** What a stay still has to send, and what it may leave unsent. */
    final long[] supply;

    final long[] idle;
    /** What a slot still takes. */
    final long[] room;

    final int[] stayLabel;
    final int[] slotLabel;

    private final int stays;
    private final int[] slotBegin;
    private final int[] slotPlace;
    private final int[] placeStay;
    private final int[] level;
    private final int[] next;
    private final int[] queue;

    SlotFlow(SiteCase site) {
        this.site = site;
        this.stays = site.count();
        cap = new long[site.places()];
        flow = new long[site.places()];
        supply = new long[stays];
        idle = new long[stays];
        room = new long[site.slots()];
        stayLabel = new int[stays];
        slotLabel = new int[site.slots()];
        slotBegin = new int[site.slots() + 1];
        slotPlace = new int[site.places()];
        placeStay = new int[site.places()];
        level = new int[stays + site.slots()];
        next = new int[stays + site.slots()];
        queue = new int[stays + site.slots()];
        connect();
    }

    private void connect() {
        for (int stay = 0; stay < stays; stay++) {
            for (int place = site.begin(stay); place < site.begin(stay + 1); place++) {
                cap[place] = Nano.down(site.mostKwh(place));
                placeStay[place] = stay;
                slotBegin[site.slot(stay, place) + 1]++;
            }
        }
        for (int slot = 0; slot < site.slots(); slot++) {
            slotBegin[slot + 1] += slotBegin[slot];
        }
        int[] filled = slotBegin.clone();
        for (int place = 0; place < placeStay.length; place++) {
            slotPlace[filled[slot(place)]++] = place;
        }
    }

    private int slot(int place) {
        return site.slot(placeStay[place], place);
    }

    double[] kwh() {
        double[] kwh = new double[flow.length];
        for (int place = 0; place < flow.length; place++) {
            kwh[place] = Math.min(Nano.kwh(flow[place]), site.mostKwh(place));
        }
        return kwh;
    }

    /** Sends all it can; what is left is in {@link #supply}. */
    void send(int[] members, int label) {
        while (search(members, label)) {
            for (int stay : members) {
                while (supply[stay] > 0) {
                    long sent = push(stay, supply[stay], label);
                    supply[stay] -= sent;
                    if (sent == 0) {
                        break;
                    }
                }
            }
        }
    }

    /** After all was sent: whether something is left that could reach the stay. Of such a stay all open slots are full. */
    boolean isShort(int stay) {
        return level[stay] >= 0;
    }

    boolean isShortSlot(int slot) {
        return level[stays + slot] >= 0;
    }

    private boolean search(int[] members, int label) {
        Arrays.fill(level, -1);
        Arrays.fill(next, 0);
        int tail = 0;
        for (int stay : members) {
            if (supply[stay] > 0) {
                level[stay] = 0;
                queue[tail++] = stay;
            }
        }
        boolean isFound = false;
        for (int head = 0; head < tail; head++) {
            int node = queue[head];
            if (node < stays) {
                isFound |= idle[node] > 0;
                for (int place = site.begin(node); place < site.begin(node + 1); place++) {
                    int slot = site.slot(node, place);
                    if (flow[place] < cap[place] && slotLabel[slot] == label && level[stays + slot] < 0) {
                        level[stays + slot] = level[node] + 1;
                        queue[tail++] = stays + slot;
                        isFound |= room[slot] > 0;
                    }
                }
            } else {
                for (int i = slotBegin[node - stays]; i < slotBegin[node - stays + 1]; i++) {
                    int stay = placeStay[slotPlace[i]];
                    if (flow[slotPlace[i]] > 0 && stayLabel[stay] == label && level[stay] < 0) {
                        level[stay] = level[node] + 1;
                        queue[tail++] = stay;
                    }
                }
            }
        }
        return isFound;
    }

    private long push(int stay, long amount, int label) {
        if (idle[stay] > 0) {
            long sent = Math.min(amount, idle[stay]);
            idle[stay] -= sent;
            return sent;
        }
        int count = site.begin(stay + 1) - site.begin(stay);
        for (; next[stay] < count; next[stay]++) {
            int place = site.begin(stay) + next[stay];
            int slot = site.slot(stay, place);
            if (flow[place] < cap[place] && slotLabel[slot] == label && level[stays + slot] == level[stay] + 1) {
                long sent = through(slot, Math.min(amount, cap[place] - flow[place]), label);
                if (sent > 0) {
                    flow[place] += sent;
                    return sent;
                }
            }
        }
        return 0;
    }

    private long through(int slot, long amount, int label) {
        if (room[slot] > 0) {
            long sent = Math.min(amount, room[slot]);
            room[slot] -= sent;
            return sent;
        }
        int node = stays + slot;
        int count = slotBegin[slot + 1] - slotBegin[slot];
        for (; next[node] < count; next[node]++) {
            int place = slotPlace[slotBegin[slot] + next[node]];
            int stay = placeStay[place];
            if (flow[place] > 0 && stayLabel[stay] == label && level[stay] == level[node] + 1) {
                long sent = push(stay, Math.min(amount, flow[place]), label);
                if (sent > 0) {
                    flow[place] -= sent;
                    return sent;
                }
            }
        }
        return 0;
    }

    /** Walks back from a slot that takes more: gives every stay and slot from which something could come a value not given yet. */
    void mark(int slot, double value, double[] slotValue) {
        int tail = 0;
        if (Double.isNaN(slotValue[slot])) {
            slotValue[slot] = value;
            queue[tail++] = stays + slot;
        }
        markFrom(tail, value, slotValue);
    }

    void markIdle(int stay, double[] slotValue) {
        int tail = 0;
        if (level[stay] != -2) {
            level[stay] = -2;
            queue[tail++] = stay;
        }
        markFrom(tail, 0, slotValue);
    }

    void forgetMarks() {
        Arrays.fill(level, -1);
    }

    private void markFrom(int end, double value, double[] slotValue) {
        int tail = end;
        for (int head = 0; head < tail; head++) {
            int node = queue[head];
            if (node < stays) {
                for (int place = site.begin(node); place < site.begin(node + 1); place++) {
                    int slot = site.slot(node, place);
                    if (flow[place] > 0 && Double.isNaN(slotValue[slot])) {
                        slotValue[slot] = value;
                        queue[tail++] = stays + slot;
                    }
                }
            } else {
                for (int i = slotBegin[node - stays]; i < slotBegin[node - stays + 1]; i++) {
                    int stay = placeStay[slotPlace[i]];
                    if (flow[slotPlace[i]] < cap[slotPlace[i]] && level[stay] != -2) {
                        level[stay] = -2;
                        queue[tail++] = stay;
                    }
                }
            }
        }
    }
}
