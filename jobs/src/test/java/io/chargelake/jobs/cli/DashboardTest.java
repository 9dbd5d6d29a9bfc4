package io.chargelake.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargelake.jobs.lake.TableFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dashboard's command line; what it serves is tested where it is made. */
class DashboardTest {
    @TempDir
    Path folder;

    @Test
    void wrongOptionsAreOneLine() {
        PublishTown.build(folder.resolve("lake"), TableFormat.DELTA);
        assertThat(dashboard("--port", "70000"))
                .returns(2, Command::exitCode)
                .returns("Cannot serve at --port 70000: ports are 0 (a free one) to 65535\n", Command::err);
        assertThat(dashboard("--host", "256.1.1.1", "--port", "0").exitCode()).isEqualTo(2);
        assertThat(dashboard("--token-env", "not a name").err())
                .startsWith("Cannot use --token-env: it is not the name");
        assertThat(dashboard("--token-env", "CHARGELAKE_NO_SUCH_VARIABLE").err())
                .startsWith("Cannot read a credential: env:CHARGELAKE_NO_SUCH_VARIABLE is not set");
        assertThat(dashboard("--table-format", "iceberg").err()).contains("it is kept in delta");
        assertThat(dashboard("--export", folder.resolve("no/such/folder/x.html").toString())
                        .err())
                .contains("its folder is not there or may not be written to");
    }

    @Test
    void withoutALakeItSaysHowToBeginOne() {
        assertThat(dashboard("--port", "0")).returns(20, Command::exitCode).returns(true, command -> command.err()
                .contains("begin one: ./chargelake demo"));
    }

    @Test
    void aLakeWithoutRecordsIsExported() {
        PublishTown.build(folder.resolve("lake"), TableFormat.DELTA);
        Path file = folder.resolve("dashboard.html");
        Command done = dashboard("--export", file.toString());
        assertThat(done.exitCode()).as(done.err()).isZero();
        assertThat(done.err()).contains("Wrote " + file);
        assertThat(file).isNotEmptyFile();
        assertThat(folder.resolve("lake/_runs"))
                .as("who only looks leaves no record")
                .doesNotExist();
        assertThat(Files.exists(folder.resolve("lake/_lake.json"))).isTrue();
    }

    private Command dashboard(String... options) {
        var args = new java.util.ArrayList<>(
                java.util.List.of("dashboard", "--lake", folder.resolve("lake").toString()));
        args.addAll(java.util.List.of(options));
        return Command.run(args.toArray(String[]::new));
    }
}
