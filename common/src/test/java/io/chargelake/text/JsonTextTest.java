package io.chargelake.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTextTest {

    @Test
    void keysKeepTheirOrder() {
        var map = new LinkedHashMap<String, Object>();
        map.put("b", 1);
        map.put("a", List.of("x", true, new BigDecimal("1E+3"), Map.of("n", 2L)));
        map.put("none", List.of());
        assertThat(JsonText.compact(map)).isEqualTo("{\"b\":1,\"a\":[\"x\",true,1000,{\"n\":2}],\"none\":[]}");
        assertThat(JsonText.indented(map))
                .isEqualTo(
                        """
                        {
                          "b": 1,
                          "a": [
                            "x",
                            true,
                            1000,
                            {
                              "n": 2
                            }
                          ],
                          "none": []
                        }
                        """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    say "no" | "say \\"no\\""
                    a\\b     | "a\\\\b"
                    Zürich   | "Zürich"
                    """)
    void textsAreQuoted(String text, String json) {
        assertThat(JsonText.compact(text)).isEqualTo(json);
    }

    @Test
    void whatHasNoFormOfItsOwnIsEscaped() {
        assertThat(JsonText.compact("\n\0\u2028\ud800")).isEqualTo("\"\\u000a\\u0000\\u2028\\ud800\"");
        assertThat(JsonText.compact("😀")).isEqualTo("\"\\ud83d\\ude00\"");
    }

    @Test
    void valuesWithoutOneTextAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> JsonText.compact(0.1));
        assertThatIllegalArgumentException().isThrownBy(() -> JsonText.compact(null));
    }
}
