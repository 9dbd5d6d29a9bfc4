package io.chargelake.jobs.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.chargelake.jobs.lake.ExitCode;
import io.chargelake.jobs.lake.SecretRef;
import io.chargelake.jobs.lake.UserError;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeySourceTest {
    private static final String GOOD = "AQgPFh0kKzI5QEdOVVxjanF4f4aNlJuiqbC3vsXM09o=";

    @TempDir
    Path folder;

    @Test
    void theKeyIsInAVariableOrAFile() throws Exception {
        Path file = Files.writeString(folder.resolve("key"), GOOD + "\n");
        assertThat(KeySource.read(SecretRef.parse(KeySource.DEFAULT), Map.of("CHARGELAKE_EXTRACT_KEY", GOOD))
                        .id())
                .isEqualTo(KeySource.read(SecretRef.file(file.toString()), Map.of())
                        .id());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''                      | is not set, empty or can't be read
                    canary!                 | is no Base64
                    Y2FuYXJ5Y2FuYXJ5        | is too short (12 bytes, needed: 32)
                    AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA | is not random
                    """)
    void aKeyThatIsNoneIsARefusalThatSaysHowToMakeOne(String text, String reason) {
        var error = catchThrowableOfType(
                UserError.class,
                () -> KeySource.read(SecretRef.parse(KeySource.DEFAULT), Map.of("CHARGELAKE_EXTRACT_KEY", text)));
        assertThat(error.code()).isEqualTo(ExitCode.PRIVACY);
        assertThat(error)
                .hasMessageStartingWith("Cannot extract: the key of env:CHARGELAKE_EXTRACT_KEY " + reason)
                .hasMessageContaining(
                        "make them with 'openssl rand -base64 32' and set the variable CHARGELAKE_EXTRACT_KEY");
        if (!text.isEmpty()) {
            assertThat(stackTrace(error)).doesNotContain(text);
        }
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        var error =
                catchThrowableOfType(UserError.class, () -> KeySource.read(SecretRef.file("/no/such/key"), Map.of()));
        assertThat(error.code()).isEqualTo(ExitCode.PRIVACY);
        assertThat(error).hasMessageContaining("write it into the file /no/such/key");
    }

    private static String stackTrace(Throwable error) {
        var text = new StringWriter();
        error.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
