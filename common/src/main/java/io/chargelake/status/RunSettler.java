package io.chargelake.status;

import java.util.BitSet;

/**
 * Merges the runs of all stretches, in any order, exactly. Linear but for sorting the runs of devices fed by several
 * stretches.
 *
 * <p>Runs of one device that share seconds form clusters, closed under sharing. Alone in its cluster, a run stands: none
 * of its unknown inner polls can be touched. Single polls of one second resolve to the greatest status, and single polls
 * at the first or last second of a longer run vanish in it unless their status is greater, since that run is known to
 * have a poll there. Any other cluster is a {@link Tangle}: its window is the cluster's extent, so it begins and ends
 * with runs, no run crosses it, and windows don't overlap. Every poll in the window came from a run in the cluster;
 * once the polls are seen again, they replace these runs.
 *
 * <p>Settling is idempotent, and settled runs may be settled again together with others: pieces without tangles can be
 * merged in any grouping.
 */
public final class RunSettler {
    private final Runs in;
    private final Runs out;
    private final Tangles tangles = new Tangles();
    private long duplicates;
    private long conflicts;

    private RunSettler(Runs grouped) {
        in = grouped;
        out = new Runs(grouped.size());
    }

    public static SettledRuns settle(Runs runs) {
        return new RunSettler(runs.grouped()).settleAll();
    }

    /**
     * Replaces tangles by their polls. Dropped polls in the windows are counted here, also those an encoder counted
     * before; polls seen minus {@link Runs#pollCount} always gives the exact number dropped.
     *
     * @param polls all polls of the input that the tangles cover, as received, each by {@link Runs#addPoll}, in any
     *     order; polls elsewhere are ignored
     */
    public static SettledRuns untangle(SettledRuns settled, Runs polls) {
        Tangles windows = settled.tangles();
        Runs all = new Runs(settled.runs().size());
        all.addAll(settled.runs());
        BitSet atStart = new BitSet(windows.size());
        BitSet atEnd = new BitSet(windows.size());
        for (int i = 0; i < polls.size(); i++) {
            int window = windows.indexOf(polls.device(i), polls.first(i));
            if (window >= 0) {
                atStart.set(
                        window,
                        atStart.get(window)
                                || polls.first(i) == windows.get(window).from());
                atEnd.set(
                        window,
                        atEnd.get(window)
                                || polls.last(i) == windows.get(window).to());
                all.addFrom(polls, i);
            }
        }
        atStart.and(atEnd);
        requireSeen(windows, atStart.nextClearBit(0));
        SettledRuns again = settle(all);
        requireSeen(again.tangles(), 0);
        return new SettledRuns(
                again.runs(),
                again.tangles(),
                settled.duplicates() + again.duplicates(),
                settled.conflicts() + again.conflicts());
    }

    /** A window has a poll at each end: without, the caller read less than was encoded, and runs would be lost. */
    private static void requireSeen(Tangles windows, int unseen) {
        if (unseen < windows.size()) {
            throw new IllegalArgumentException("Cannot untangle: the polls given for " + windows.get(unseen)
                    + " are not those encoded (single polls, all within the window, are needed)");
        }
    }

    private SettledRuns settleAll() {
        int next;
        for (int i = 0; i < in.size(); i = next) {
            int device = in.device(i);
            long to = in.last(i);
            next = i + 1;
            while (next < in.size() && in.device(next) == device && in.first(next) <= to) {
                to = Math.max(to, in.last(next));
                next++;
            }
            if (next == i + 1) {
                out.addFrom(in, i);
            } else {
                settleCluster(i, next, to);
            }
        }
        return new SettledRuns(out, tangles, duplicates, conflicts);
    }

    private void settleCluster(int start, int end, long to) {
        int winner = winner(start, end);
        for (int i = start; i < end; i++) {
            if (i != winner && !vanishes(i, winner)) {
                tangles.add(new Tangle(in.device(start), in.first(start), to));
                return;
            }
        }
        for (int i = start; i < end; i++) {
            if (in.status(i) != in.status(winner)) {
                conflicts++;
            } else if (i != winner) {
                duplicates++;
            }
        }
        out.addFrom(in, winner);
    }

    /** The only run that the others could vanish in: a longer run if there is one, else the greatest status. */
    private int winner(int start, int end) {
        int winner = start;
        for (int i = start + 1; i < end; i++) {
            boolean longer = in.polls(i) > 1 && in.polls(winner) == 1;
            boolean greater = in.polls(i) == 1 && in.polls(winner) == 1 && in.status(i) > in.status(winner);
            if (longer || greater) {
                winner = i;
            }
        }
        return winner;
    }

    private boolean vanishes(int i, int winner) {
        long second = in.first(i);
        return in.polls(i) == 1
                && in.status(i) <= in.status(winner)
                && (second == in.first(winner) || second == in.last(winner));
    }
}
