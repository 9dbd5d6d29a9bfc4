package io.chargelake.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProgressTest {
    @Test
    void aLineShowsTheBarTheRowsAndTheTimeLeft() {
        assertThat(Progress.line("write status_connectors", 6, 8, 1_234_567, 9_000))
                .isEqualTo("write status_connectors          [==================      ] 6/8, 1,234,567 rows, 3 s left");
    }

    @Test
    void nothingIsPromisedBeforeTheFirstTaskIsDone() {
        assertThat(Progress.line("read", 0, 8, 0, 2_000)).endsWith("0/8, 0 rows");
    }

    @Test
    void aFinishedStageSaysHowLongItTook() {
        assertThat(Progress.finished("read", 10, 1_500)).endsWith("] 10 rows in 1.5 s");
    }

    @Test
    void withoutATerminalNothingIsPrinted() {
        Command command = Command.run(
                "generate",
                "fleet",
                "--output",
                System.getProperty("java.io.tmpdir") + "/chargelake-progress-"
                        + ProcessHandle.current().pid(),
                "--vehicles",
                "2",
                "--lake",
                System.getProperty("java.io.tmpdir") + "/chargelake-progress-lake");
        assertThat(command.err()).doesNotContain("\r").startsWith("generate: ok");
    }
}
