package io.chargelake.privacy.pseudonym;

/** A key for one purpose, derived from the master: who has it has neither the master nor a key for anything else. It is never shown. */
public final class SubKey {
    private final byte[] bytes;

    SubKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String toString() {
        return "SubKey(not shown)";
    }
}
