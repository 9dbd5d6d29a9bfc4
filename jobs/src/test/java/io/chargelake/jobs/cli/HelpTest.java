package io.chargelake.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each job's help is what people read first. */
class HelpTest {

    static Set<String> jobs() {
        return Main.commandLine().getSubcommands().keySet();
    }

    @ParameterizedTest
    @MethodSource("jobs")
    void eachJobTellsItsOptionsAsTheyAreMeant(String job) {
        Command help = Command.run(job, "--help");
        assertThat(help.exitCode()).isZero();
        assertThat(help.err()).isEmpty();
        assertThat(help.out())
                .contains("Usage: chargelake " + job)
                .contains("-h, --help")
                .doesNotContain("%%", "%n", "${");
    }
}
