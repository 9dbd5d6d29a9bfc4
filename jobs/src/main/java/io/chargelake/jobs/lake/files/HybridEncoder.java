package io.chargelake.jobs.lake.files;

/**
 * Parquet's hybrid of runs and packed bits. Eight equal values or more are written once with their number, others in
 * groups of eight, each value in as many bits as the greatest needs.
 */
final class HybridEncoder {
    private static final int GROUP = 8;
    private static final int MOST_GROUPS = 63; // so that the number of groups fits in the one byte before them

    private final int width;
    private final ByteSink out;
    private final int[] group = new int[GROUP];
    private int inGroup;
    private int groupsAt = -1; // where the number of groups stands, of those being written
    private int groups;

    /** @param values that will be added */
    HybridEncoder(int width, int values) {
        this.width = width;
        this.out = new ByteSink(64 + (int) ((long) values * width * 33 / 32 / Byte.SIZE));
    }

    void add(int value, int times) {
        int rest = times;
        while (rest > 0 && (inGroup > 0 || rest < GROUP)) {
            group[inGroup++] = value;
            rest--;
            if (inGroup == GROUP) {
                putGroup();
            }
        }
        if (rest > 0) {
            putRun(value, rest);
        }
    }

    /** All that was added; nothing can be added after it. */
    ByteSink bytes() {
        if (inGroup > 0) {
            while (inGroup < GROUP) {
                group[inGroup++] = 0;
            }
            putGroup();
        }
        endGroups();
        return out;
    }

    private void putRun(int value, int length) {
        endGroups();
        out.putVarint(length << 1);
        for (int bits = 0; bits < width; bits += Byte.SIZE) {
            out.putByte(value >>> bits);
        }
    }

    private void putGroup() {
        if (groupsAt < 0) {
            groupsAt = out.size();
            out.putByte(0);
        }
        byte[] to = out.room(width);
        int at = out.size();
        long packed = 0;
        int bits = 0;
        for (int value : group) {
            packed |= (long) value << bits;
            for (bits += width; bits >= Byte.SIZE; bits -= Byte.SIZE) {
                to[at++] = (byte) packed;
                packed >>>= Byte.SIZE;
            }
        }
        out.grow(width);
        inGroup = 0;
        if (++groups == MOST_GROUPS) {
            endGroups();
        }
    }

    private void endGroups() {
        if (groupsAt >= 0) {
            out.array()[groupsAt] = (byte) (groups << 1 | 1);
            groupsAt = -1;
            groups = 0;
        }
    }
}
