package io.chargelake.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MojibakeTest {

    @ParameterizedTest
    @CsvSource({"KÃ¶ln, Köln", "StraÃŸe, Straße", "â‚¬ 5, € 5", "SÃ£o Paulo, São Paulo", "GroÃ\u0178e, Große"})
    void textDecodedWronglyIsPutRight(String broken, String meant) {
        assertThat(Mojibake.repair(broken)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bonn", "Köln", "Straße 5", "Ã", "東京", "ÅÄÖ", "a\uFFFDb"})
    void textThatIsAsItShouldBeIsLeftAlone(String text) {
        assertThat(Mojibake.repair(text)).isEmpty();
    }

    @Property(tries = 200)
    void utf8ReadAsLatinComesBack(@ForAll String text) {
        boolean beyondAscii = text.chars().anyMatch(c -> c > 0x7F);
        String broken = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        if (beyondAscii && text.equals(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))) {
            assertThat(Mojibake.repair(broken)).contains(text);
        } else if (!beyondAscii) {
            assertThat(Mojibake.repair(broken)).isEmpty();
        }
    }
}
