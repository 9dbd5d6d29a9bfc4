package io.chargelake.text;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Optional;

/** An encoding of one byte a character, read backwards: the byte that was decoded to a character. */
final class SingleByte {
    private static final char REPLACEMENT = '\uFFFD';
    private static final int NONE = -1;

    /** What a decoder makes of a byte that the encoding leaves open. */
    enum Gaps {
        /** The control character of the same number, as browsers do. */
        ARE_CONTROLS,
        ARE_LOST
    }

    private final int[] byteOf;

    SingleByte(Charset charset, Gaps gaps) {
        char[] chars = new char[0x100];
        for (int b = 0; b < chars.length; b++) {
            char c = charset.decode(ByteBuffer.wrap(new byte[] {(byte) b})).get();
            chars[b] = c == REPLACEMENT && gaps == Gaps.ARE_CONTROLS ? (char) b : c;
        }
        byteOf = new int[1 + greatest(chars)];
        Arrays.fill(byteOf, NONE);
        for (int b = 0; b < chars.length; b++) {
            if (chars[b] != REPLACEMENT) {
                byteOf[chars[b]] = b;
            }
        }
    }

    private static int greatest(char[] chars) {
        int greatest = 0;
        for (char c : chars) {
            greatest = Math.max(greatest, c == REPLACEMENT ? 0 : c);
        }
        return greatest;
    }

    /** The bytes the text was decoded from; empty where it holds a character that this encoding has not. */
    Optional<byte[]> bytes(String text) {
        byte[] bytes = new byte[text.length()];
        for (int i = 0; i < bytes.length; i++) {
            int read = byteOf(text.charAt(i));
            if (read == NONE) {
                return Optional.empty();
            }
            bytes[i] = (byte) read;
        }
        return Optional.of(bytes);
    }

    /**
     * Whether the text is UTF-8 read in this encoding by a decoder that replaced some bytes: every sequence is one of UTF-8, when a
     * replacement may stand for any byte of a sequence but the first.
     */
    boolean explainsLoss(String text) {
        boolean lost = false;
        for (int i = 0; i < text.length(); ) {
            int length = sequence(byteOf(text.charAt(i)));
            if (length == 0 || i + length > text.length()) {
                return false;
            }
            for (int k = 1; k < length; k++) {
                char c = text.charAt(i + k);
                if (c != REPLACEMENT && (byteOf(c) & 0xC0) != 0x80) {
                    return false;
                }
                lost |= c == REPLACEMENT;
            }
            i += length;
        }
        return lost;
    }

    /** Bytes of the UTF-8 sequence that begins with this one; 0 where none does. */
    private static int sequence(int first) {
        if (first == NONE || (first >= 0x80 && first < 0xC2) || first > 0xF4) {
            return 0;
        }
        return first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    }

    private int byteOf(char c) {
        return c < byteOf.length ? byteOf[c] : NONE;
    }
}
