package io.chargelake.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Text whose UTF-8 bytes were once read as another encoding, such as 'KÃ¶ln' for 'Köln'. A repair is only offered where the same
 * mistake made again gives the text back, so that nothing is lost by it.
 */
public final class Mojibake {
    private static final int FIRST_BEYOND_ASCII = 0x80;

    /** Encodings of Windows that UTF-8 is mistaken for, the commonest first. */
    private static final List<SingleByte> WINDOWS = List.of(
            new SingleByte(Charset.forName("windows-1252"), SingleByte.Gaps.ARE_CONTROLS),
            new SingleByte(StandardCharsets.ISO_8859_1, SingleByte.Gaps.ARE_CONTROLS),
            new SingleByte(Charset.forName("windows-1254"), SingleByte.Gaps.ARE_CONTROLS));

    private static final SingleByte MAC = new SingleByte(Charset.forName("x-MacRoman"), SingleByte.Gaps.ARE_LOST);

    /** The text as it was meant; empty where it is none of this kind, or where bytes of it are lost. */
    public static Optional<String> repair(String text) {
        return isAscii(text)
                ? Optional.empty()
                : WINDOWS.stream()
                        .map(mistake -> mistake.bytes(text).flatMap(Mojibake::decode))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .or(() -> MAC.bytes(text).flatMap(Mojibake::decode).filter(Mojibake::isWritten));
    }

    /** Whether the text was decoded wrongly, be it that it can be repaired or that bytes of it are lost. */
    public static boolean isDamaged(String text) {
        return !isAscii(text) && (repair(text).isPresent() || explainsLoss(text));
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < FIRST_BEYOND_ASCII);
    }

    private static boolean explainsLoss(String text) {
        return MAC.explainsLoss(text) || WINDOWS.stream().anyMatch(mistake -> mistake.explainsLoss(text));
    }

    /** A dash or a quotation mark before an umlaut is UTF-8 too, of a sign that no Latin word holds: such a text was right as it stood. */
    private static boolean isWritten(String decoded) {
        boolean latin = decoded.chars().anyMatch(c -> c < FIRST_BEYOND_ASCII && Character.isLetter(c));
        return decoded.codePoints().filter(c -> c >= FIRST_BEYOND_ASCII).allMatch(c -> isWritten(c, latin));
    }

    private static boolean isWritten(int c, boolean amongLatin) {
        return Character.isLetter(c)
                ? !amongLatin || Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN
                : Character.isDefined(c)
                        && !Character.isISOControl(c)
                        && Character.getType(c) != Character.NON_SPACING_MARK;
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
