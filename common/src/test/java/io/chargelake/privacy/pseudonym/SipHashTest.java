package io.chargelake.privacy.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The test vectors that its authors published: key 00 to 0f, input of as many bytes 00, 01, 02 and so on; that of 15 bytes is in the paper. */
class SipHashTest {

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    0,  310e0edd47db6f72
                    1,  fd67dc93c539f874
                    7,  37d1018bf50002ab
                    8,  6224939a79f5f593
                    9,  b0e4a90bdf82009e
                    15, e545be4961ca29a1
                    16, db9bc2577fcc2a3f
                    63, 724506eb4c328a95
                    """)
    void hashesAreThoseOfThePaper(int length, String littleEndian) {
        long expected = Long.reverseBytes(HexFormat.fromHexDigitsToLong(littleEndian));
        assertThat(SipHash.keyed(counting(SipHash.KEY_BYTES)).of(counting(length)))
                .isEqualTo(expected);
    }

    @Test
    void aKeyOfAnotherLengthIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> SipHash.keyed(counting(15)));
    }

    private static byte[] counting(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }
}
