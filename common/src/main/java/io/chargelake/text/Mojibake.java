package io.chargelake.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/**
 * Text whose UTF-8 bytes were once read as Windows-1252 or ISO-8859-1, such as 'KÃ¶ln' for 'Köln'. A repair is only offered where the same mistake
 * made again gives the text back, so that nothing is lost by it.
 */
public final class Mojibake {
    private static final int FIRST_BEYOND_ASCII = 0x80;
    private static final char REPLACEMENT = '\uFFFD';
    /** The byte that was read as a character, -1 where none was; the last one of Windows-1252 is the trade mark sign. */
    private static final int[] BYTE_OF = new int['\u2122' + 1];

    static {
        Arrays.fill(BYTE_OF, -1);
        Charset windows = Charset.forName("windows-1252");
        for (int b = 0; b <= 0xFF; b++) {
            char c = windows.decode(ByteBuffer.wrap(new byte[] {(byte) b})).get();
            // bytes it leaves open become control characters, as in browsers
            BYTE_OF[c == REPLACEMENT ? b : c] = b;
        }
    }

    /** The text as it was meant; empty where it is none of this kind. */
    public static Optional<String> repair(String text) {
        return text.chars().allMatch(c -> c < FIRST_BEYOND_ASCII)
                ? Optional.empty()
                : repair(text, Mojibake::windowsByte).or(() -> repair(text, Mojibake::latinByte));
    }

    private static Optional<String> repair(String text, IntUnaryOperator byteOf) {
        byte[] bytes = new byte[text.length()];
        for (int i = 0; i < bytes.length; i++) {
            int read = byteOf.applyAsInt(text.charAt(i));
            if (read < 0) {
                return Optional.empty();
            }
            bytes[i] = (byte) read;
        }
        return decode(bytes);
    }

    private static int windowsByte(int c) {
        return c < BYTE_OF.length ? BYTE_OF[c] : -1;
    }

    private static int latinByte(int c) {
        return c <= 0xFF ? c : -1;
    }

    private static Optional<String> decode(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private Mojibake() {}
}
