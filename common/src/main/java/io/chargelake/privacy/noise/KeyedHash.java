package io.chargelake.privacy.noise;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A pseudo-random function: HMAC-SHA256 under a secret key, its first 64 bits. */
final class KeyedHash {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int LEAST_KEY_BYTES = 16;

    private final SecretKeySpec key;

    KeyedHash(byte[] key) {
        if (key.length < LEAST_KEY_BYTES) {
            throw new IllegalArgumentException(
                    "Cannot use key: " + key.length + " bytes (at least " + LEAST_KEY_BYTES + ")");
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** Purpose and text go in with their lengths: no two different inputs make the same bytes. */
    long bits(String purpose, String text, long... numbers) {
        byte[] purposeBytes = purpose.getBytes(StandardCharsets.UTF_8);
        byte[] textBytes = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer input = ByteBuffer.allocate(
                2 * Integer.BYTES + purposeBytes.length + textBytes.length + numbers.length * Long.BYTES);
        input.putInt(purposeBytes.length).put(purposeBytes);
        input.putInt(textBytes.length).put(textBytes);
        for (long number : numbers) {
            input.putLong(number);
        }
        return ByteBuffer.wrap(mac().doFinal(input.array())).getLong();
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot compute " + ALGORITHM + ": every Java platform has it", e);
        }
    }
}
