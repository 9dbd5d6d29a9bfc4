package io.chargelake.privacy.pseudonym;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** SipHash-2-4 of 64 bits (Aumasson and Bernstein, 2012): as fast as a plain hash, and nobody without the key can find inputs that collide. */
final class SipHash {
    static final int KEY_BYTES = 16;

    private final long k0;
    private final long k1;

    private SipHash(long k0, long k1) {
        this.k0 = k0;
        this.k1 = k1;
    }

    static SipHash keyed(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("Cannot hash: the key has " + key.length + " bytes, not " + KEY_BYTES);
        }
        ByteBuffer halves = ByteBuffer.wrap(key).order(ByteOrder.LITTLE_ENDIAN);
        return new SipHash(halves.getLong(), halves.getLong());
    }

    long of(byte[] input) {
        var state = new State(k0, k1);
        ByteBuffer words = ByteBuffer.wrap(input).order(ByteOrder.LITTLE_ENDIAN);
        while (words.remaining() >= Long.BYTES) {
            state.absorb(words.getLong());
        }
        state.absorb(last(words, input.length));
        return state.finish();
    }

    /** What is left, and the length of it all in the highest byte. */
    private static long last(ByteBuffer rest, int length) {
        long word = (long) length << 56;
        for (int shift = 0; rest.hasRemaining(); shift += Byte.SIZE) {
            word |= (rest.get() & 0xFFL) << shift;
        }
        return word;
    }

    /** The four words that the paper calls v0 to v3. */
    private static final class State {
        private long v0;
        private long v1;
        private long v2;
        private long v3;

        State(long k0, long k1) {
            v0 = k0 ^ 0x736f6d6570736575L;
            v1 = k1 ^ 0x646f72616e646f6dL;
            v2 = k0 ^ 0x6c7967656e657261L;
            v3 = k1 ^ 0x7465646279746573L;
        }

        void absorb(long word) {
            v3 ^= word;
            rounds(2);
            v0 ^= word;
        }

        long finish() {
            v2 ^= 0xFF;
            rounds(4);
            return v0 ^ v1 ^ v2 ^ v3;
        }

        private void rounds(int count) {
            for (int i = 0; i < count; i++) {
                v0 += v1;
                v2 += v3;
                v1 = Long.rotateLeft(v1, 13) ^ v0;
                v3 = Long.rotateLeft(v3, 16) ^ v2;
                v0 = Long.rotateLeft(v0, 32);
                v2 += v1;
                v0 += v3;
                v1 = Long.rotateLeft(v1, 17) ^ v2;
                v3 = Long.rotateLeft(v3, 21) ^ v0;
                v2 = Long.rotateLeft(v2, 32);
            }
        }
    }
}
