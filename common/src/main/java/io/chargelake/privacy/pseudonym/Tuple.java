package io.chargelake.privacy.pseudonym;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Texts as bytes, each behind its length, so that no two lists of texts have the same bytes: neither (ab, c) and (a, bc), nor with any separator inside. */
final class Tuple {

    static byte[] of(String... texts) {
        var out = new ByteArrayOutputStream();
        for (String text : texts) {
            byte[] bytes = utf8(text);
            out.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            out.writeBytes(bytes);
        }
        return out.toByteArray();
    }

    /** Half a surrogate pair would become the same ? as any other. */
    static byte[] utf8(String text) {
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("Cannot hide an id: it is no Unicode text (value not shown)", e);
        }
    }

    private Tuple() {}
}
