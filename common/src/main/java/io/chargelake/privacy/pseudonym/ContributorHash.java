package io.chargelake.privacy.pseudonym;

/**
 * Numbers that stand for contributors in sketches: elements of the field of 2^61 - 1, without 0, which would vanish in its sums and products, and without
 * -1. Two of a million contributors have the same number in less than one of four million keys.
 */
public final class ContributorHash {
    /** The largest number there is. */
    public static final long LAST = (1L << 61) - 2;

    private final SipHash hash;

    ContributorHash(SipHash hash) {
        this.hash = hash;
    }

    /** From 1 to {@link #LAST}. */
    public long of(String id) {
        return toField(hash.of(Tuple.utf8(id)));
    }

    /** Eight hashes share each number, but for a handful. */
    static long toField(long hash) {
        return Long.remainderUnsigned(hash, LAST) + 1;
    }

    @Override
    public String toString() {
        return "ContributorHash(not shown)";
    }
}
