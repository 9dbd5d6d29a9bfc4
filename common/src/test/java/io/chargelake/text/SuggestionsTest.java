package io.chargelake.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionsTest {
    private static final List<String> KEYS =
            List.of("endpoint", "region", "path_style", "access_key_env", "secret_key_env", "secret_key_file");

    @ParameterizedTest
    @CsvSource({
        "endpont, endpoint",
        "ednpoint, endpoint",
        "Region, region",
        "pathStyle, path_style",
        "secret_key, secret_key_env",
        "acess_key_env, access_key_env"
    })
    void findsWhatWasMeant(String typed, String meant) {
        assertThat(Suggestions.closest(typed, KEYS)).contains(meant);
    }

    @Test
    void suggestsNothingWhenNothingIsNear() {
        assertThat(Suggestions.closest("bananas", KEYS)).isEmpty();
        assertThat(Suggestions.closest("", KEYS)).isEmpty();
        assertThat(Suggestions.closest("endpoint", List.of())).isEmpty();
    }

    @Test
    void aSwapOfNeighboursIsOneSlip() {
        assertThat(Suggestions.edits("lake", "laek")).isEqualTo(1);
        assertThat(Suggestions.edits("lake", "")).isEqualTo(4);
        assertThat(Suggestions.edits("kitten", "sitting")).isEqualTo(3);
    }

    @Property(tries = 200, seed = "7")
    void editsAreSymmetricAndZeroOnlyForEqualWords(
            @ForAll @AlphaChars @StringLength(max = 8) String a, @ForAll @AlphaChars @StringLength(max = 8) String b) {
        assertThat(Suggestions.edits(a, b)).isEqualTo(Suggestions.edits(b, a));
        assertThat(Suggestions.edits(a, b) == 0).isEqualTo(a.equals(b));
        assertThat(Suggestions.edits(a, b)).isLessThanOrEqualTo(Math.max(a.length(), b.length()));
    }
}
