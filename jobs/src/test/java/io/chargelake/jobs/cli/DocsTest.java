package io.chargelake.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A generated page that no longer says what the code says fails the build. */
class DocsTest {
    private static final Path DOCS = Path.of("..", "docs");

    @TestFactory
    Iterable<DynamicTest> generatedPagesAreCurrent() {
        return Docs.pages().entrySet().stream()
                .map(page -> DynamicTest.dynamicTest(page.getKey(), () -> assertThat(read(page.getKey()))
                        .as("docs/%s; run ./chargelake docs", page.getKey())
                        .isEqualTo(page.getValue())))
                .toList();
    }

    private static String read(String page) throws IOException {
        return Files.readString(DOCS.resolve(page));
    }
}
