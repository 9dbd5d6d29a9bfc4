package io.chargelake.privacy.pseudonym;

import java.util.Base64;

/** Keys that are known, so that tests give the same each time. */
final class TestKeys {
    static final byte[] MASTER = bytes(1);

    static Keys keys() {
        return of(MASTER);
    }

    static Keys of(byte[] master) {
        return new Keys(MasterKey.parse(base64(master)));
    }

    static String base64(byte[] master) {
        return Base64.getEncoder().encodeToString(master);
    }

    /** 32 different bytes. */
    static byte[] bytes(int first) {
        byte[] bytes = new byte[MasterKey.BYTES];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (first + 7 * i);
        }
        return bytes;
    }

    private TestKeys() {}
}
