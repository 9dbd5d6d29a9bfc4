package io.chargelake.privacy.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.chargelake.privacy.request.Authorisation;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MasterKeyTest {

    static Stream<Arguments> bad() {
        return Stream.of(
                Arguments.of("", "is too short (0 bytes, needed: 32)"),
                Arguments.of("c2hvcnQga2V5", "is too short (9 bytes, needed: 32)"),
                Arguments.of(Base64.getEncoder().encodeToString(new byte[31]), "is too short (31 bytes, needed: 32)"),
                Arguments.of(Base64.getEncoder().encodeToString(new byte[32]), "is not random"),
                Arguments.of(
                        Base64.getEncoder()
                                .encodeToString("passwordpasswordpasswordpassword".getBytes(StandardCharsets.UTF_8)),
                        "is not random"),
                Arguments.of("correct horse battery staple, canary!", "is no Base64"));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void whatIsNoGoodKeyIsRefusedAndNotRepeated(String text, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MasterKey.parse(text))
                .withMessageStartingWith(reason)
                .withNoCause()
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("canary", "password"));
    }

    @Test
    void theLineEndOfAFileIsNoPartOfTheKey() {
        String text = TestKeys.base64(TestKeys.MASTER);
        assertThat(new Keys(MasterKey.parse(text + "\n")).id()).isEqualTo(new Keys(MasterKey.parse(text)).id());
    }

    @Test
    void nothingShowsAKeyOrTakesItAlong() {
        Keys keys = TestKeys.keys();
        Authorisation authorisation = new Authorisation("DPO", "Recall");
        assertThat(Stream.of(
                        MasterKey.parse(TestKeys.base64(TestKeys.MASTER)),
                        keys,
                        keys.rounding(),
                        keys.sketch(),
                        keys.pseudonyms("them", "one"),
                        keys.reversible("them", "one", authorisation)))
                .allSatisfy(secret -> assertThat(secret).asString().endsWith("(not shown)"))
                .noneMatch(Serializable.class::isInstance);
    }
}
