package io.chargelake.privacy.pseudonym;

import java.util.Base64;
import java.util.stream.IntStream;

/** The secret that all other keys are derived from. It is never shown, nor is a text that was refused as one. */
public final class MasterKey {
    public static final int BYTES = 32;
    /** How to make one. */
    public static final String RECIPE = "openssl rand -base64 " + BYTES;

    /** Of 32 random bytes fewer than this are different in less than one case of 10^9. */
    private static final long DIFFERENT = 20;

    private final byte[] bytes;

    private MasterKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @throws IllegalArgumentException with a reason that can follow the name of where the key was found */
    public static MasterKey parse(String base64) {
        byte[] bytes = decoded(base64.strip());
        if (bytes.length < BYTES) {
            throw new IllegalArgumentException("is too short (" + bytes.length + " bytes, needed: " + BYTES + ")");
        }
        if (different(bytes) < DIFFERENT) {
            throw new IllegalArgumentException("is not random (its bytes repeat)");
        }
        return new MasterKey(bytes);
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            // without its cause, which repeats a part of the text
            throw new IllegalArgumentException("is no Base64");
        }
    }

    private static long different(byte[] bytes) {
        return IntStream.range(0, bytes.length).map(i -> bytes[i]).distinct().count();
    }

    byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String toString() {
        return "MasterKey(not shown)";
    }
}
