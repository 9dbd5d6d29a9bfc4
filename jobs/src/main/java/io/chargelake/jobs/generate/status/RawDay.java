package io.chargelake.jobs.generate.status;

import io.chargelake.generate.Seeds;

/**
 * The polls of a slice's devices on a day as the API delivers them, slot by slot: the truth of the matrix, damaged. What
 * is delivered late piles up in its own batch. One hash a poll: what happens to it depends on the world's seed, the
 * device's number in the world, the day and the slot; only the order within a poll depends on the slice.
 */
final class RawDay {

    /** Status codes above the real ones: words that no standard knows. */
    static final int FIRST_UNKNOWN_WORD = DeviceStatus.COUNT;

    static final String[] UNKNOWN_WORDS = {"FAULTED", "charging?", "N/A"};

    private static final long YEAR_S = 365L * StatusWorld.DAY_S;
    private static final int FUTURE_YEARS = 50;

    private final DeviceSlice slice;
    private final StatusMatrix matrix;
    private final PollTimes times;
    private final Damage damage;
    private final Seeds seeds;
    private final Tally tally;
    private final long[] deviceKeys;
    private final long[] missing;
    private final PollBatch extras = new PollBatch();

    final PollBatch late = new PollBatch();

    RawDay(StatusWorld world, DeviceSlice slice, long epochDay, Tally tally) {
        this.slice = slice;
        this.seeds = slice.network.seeds.stream("raw").at(epochDay);
        this.times = new PollTimes(world, slice.network.seeds, epochDay);
        this.matrix = new StatusMatrix(slice, times, epochDay);
        this.damage = new Damage(world.damage());
        this.tally = tally;
        this.deviceKeys = new long[slice.size()];
        this.missing = new long[slice.size()];
        for (int device = 0; device < deviceKeys.length; device++) {
            Seeds node = seeds.at(slice.globalIndex(device));
            deviceKeys[device] = node.key();
            missing[device] = Damage.missingStretch(node.stream("stretch"), world);
        }
    }

    int slots() {
        return times.slots();
    }

    /** Replaces the batch by the rows of a slot. */
    void deliver(int slot, PollBatch out) {
        out.clear();
        extras.clear();
        long second = times.timeS(slot);
        for (int device = 0; device < deviceKeys.length; device++) {
            long hash = Seeds.combine(deviceKeys[device], slot);
            boolean silent = slot >= (int) (missing[device] >>> 32) && slot < (int) missing[device];
            deliver(silent ? Damage.Fate.MISSING : damage.fate(hash), hash, device, slot, second, out);
        }
        int regular = out.size();
        for (int i = 0; i < extras.size(); i++) {
            out.add(extras.device(i), extras.cell(i), second);
        }
        out.scatterFrom(regular, seeds.stream("places").at(slot, slice.globalIndex(0)));
        tally.add(Count.EXPECTED_POLLS, deviceKeys.length);
        tally.add(Count.POLLS, out.size());
    }

    private void deliver(Damage.Fate fate, long hash, int device, int slot, long second, PollBatch out) {
        int cell = matrix.cell(device, slot);
        switch (fate) {
            case ON_TIME -> {
                out.add(device, cell, second);
                addExtra(hash, device, cell, second);
                tally.add(Count.DISTINCT_POLLS, 1);
            }
            case MISSING -> tally.add(Count.MISSING_POLLS, 1);
            case LATE -> {
                late.add(device, cell, second);
                tally.add(Count.LATE_POLLS, 1);
                tally.add(Count.POLLS, 1);
                tally.add(Count.DISTINCT_POLLS, 1);
            }
            case NULL_ID -> {
                out.add(PollBatch.NULL_ID, cell, second);
                tally.add(Count.BAD_NULL_ID, 1);
            }
            case UNKNOWN_WORD -> {
                int word = FIRST_UNKNOWN_WORD + Seeds.bounded(hash << 32, UNKNOWN_WORDS.length);
                out.add(device, cell & ~StatusMatrix.STATUS_MASK | word, second);
                tally.add(Count.BAD_UNKNOWN_STATUS, 1);
                tally.add(Count.DISTINCT_POLLS, 1);
            }
            case FAR_FUTURE -> {
                out.add(device, cell, second + YEAR_S * (1 + Seeds.bounded(hash << 32, FUTURE_YEARS)));
                tally.add(Count.BAD_FAR_FUTURE, 1);
            }
            case BEFORE_2010 -> {
                out.add(device, cell, Seeds.bounded(hash << 32, (int) (10 * YEAR_S)));
                tally.add(Count.BAD_BEFORE_2010, 1);
            }
        }
    }

    private void addExtra(long hash, int device, int cell, long second) {
        switch (damage.extra(hash)) {
            case NONE -> {}
            case DUPLICATE -> {
                extras.add(device, cell, second);
                tally.add(Count.DUPLICATES, 1);
            }
            case CONFLICT -> {
                int status = cell & StatusMatrix.STATUS_MASK;
                int step = 1 + Seeds.bounded(Seeds.combine(hash, 1), DeviceStatus.COUNT - 1);
                int other = (status + step) % DeviceStatus.COUNT;
                extras.add(device, cell & ~StatusMatrix.STATUS_MASK | other, second);
                tally.add(Count.CONFLICTS, 1);
            }
        }
    }
}
