package io.chargelake.jobs.cli;

import static io.chargelake.jobs.testing.DatasetAssert.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.chargelake.jobs.collect.TestServer;
import io.chargelake.jobs.collect.TestServer.Reply;
import io.chargelake.jobs.lake.TableFormat;
import io.chargelake.jobs.tables.StatusChargingpoints;
import io.chargelake.jobs.tables.StatusConnectors;
import io.chargelake.jobs.tables.StatusCurrent;
import io.chargelake.jobs.tables.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The job by its command line, and what ingest-status makes of what it stored. */
class CollectTest {
    @TempDir
    Path folder;

    @Test
    void whatIsCollectedIsIngestedAndGapsAreNoStatus() throws IOException {
        try (TestServer server = new TestServer(asked -> switch (asked.path()) {
            case "/k%C3%B6ln" -> Reply.ok(chargecloud("E1", "2025-01-01T11:00:00+01:00"));
            case "/bonn" -> Reply.of(404);
            case "/area/50.9/6.95/2000" -> Reply.ok(chargecloud("E2", "2025-01-01T11:00:01+01:00"));
            default -> Reply.ok("<html>busy</html>".getBytes(UTF_8));
        })) {
            Path places = Files.writeString(folder.resolve("places"), "# Köln\nköln\n\nCampus;50.9;6.95;2000\nkiel\n");
            Command collect = run(
                    "--url",
                    server.uri("/") + "{city}",
                    "--cities",
                    "bonn",
                    "--places",
                    places.toString(),
                    "--area-url",
                    server.uri("/area/") + "{latitude}/{longitude}/{radius}",
                    "--once",
                    "--first-wait",
                    "0s",
                    "--json");
            assertThat(collect.exitCode()).as(collect.err()).isZero();
            assertThat(collect.err())
                    .contains("chargecloud: partial, 2 of 4 answers")
                    .contains("warn incomplete_poll: 1");
        }
        Ingest ingest = new Ingest(folder.resolve("lake"), TableFormat.DELTA);
        JsonNode record = ingest.run("chargecloud", folder.resolve("raw/chargecloud"), "--follow", "--until-idle");
        assertThat(record.get("status").asText()).isEqualTo("ok");
        assertThat(ingest.lake().read(StatusChargingpoints.TABLE))
                .hasRows(
                        """
                id_status_cp  | status_cp
                E1@1735725600 | AVAILABLE
                E2@1735725601 | AVAILABLE
                """);
        assertThat(ingest.lake().read(StatusCurrent.TABLE))
                .hasRows(
                        """
                device_type | device_id | status    | since                | as_of
                point       | E1        | AVAILABLE | 2025-01-01T10:00:00Z | 2025-01-01T10:00:00Z
                point       | E2        | AVAILABLE | 2025-01-01T10:00:01Z | 2025-01-01T10:00:01Z
                """);
        assertThat(ingest.lake().read(Tables.QUARANTINE_STATUS)).hasRows("reasons\nunreadable_file");
    }

    private static byte[] chargecloud(String point, String time) {
        return "{\"data\": [{\"id\": \"1\", \"evses\": [{\"id\": \"%s\", \"status\": \"AVAILABLE\"}]}], \"status_code\": 1000, \"timestamp\": \"%s\"}"
                .formatted(point, time)
                .getBytes(UTF_8);
    }

    @Test
    void pagesOfOcpiAreIngestedEachWithItsTime() throws IOException {
        Path token = Files.writeString(folder.resolve("token"), "canary-token\n");
        try (TestServer server = new TestServer(asked -> asked.token().isEmpty()
                ? Reply.of(401)
                : asked.path().endsWith("page2")
                        ? Reply.ok(ocpi("B", "2025-01-01T10:00:05Z"))
                        : Reply.ok(ocpi("A", "2025-01-01T10:00:00Z"))
                                .with("Link", "</locations/page2>; rel=\"next\""))) {
            Command collect = run(
                    "--format",
                    "ocpi",
                    "--url",
                    server.uri("/locations").toString(),
                    "--token-file",
                    token.toString(),
                    "--once",
                    "--debug");
            assertThat(collect.exitCode()).as(collect.err()).isZero();
            assertThat(collect.err() + collect.out()).doesNotContain("canary").doesNotContain("Y2FuYXJ5");
        }
        assertThat(everythingWritten()).doesNotContain("canary").doesNotContain("Y2FuYXJ5");
        Ingest ingest = new Ingest(folder.resolve("lake"), TableFormat.DELTA);
        ingest.run("ocpi", folder.resolve("raw/ocpi"));
        assertThat(ingest.lake().read(StatusConnectors.TABLE))
                .hasRows(
                        """
                id_status_connectors | status_connector
                BE*A*1@1735725600    | CHARGING
                BE*B*1@1735725605    | CHARGING
                """);
    }

    private static byte[] ocpi(String point, String time) {
        return "{\"data\": [{\"id\": \"%s\", \"evses\": [{\"uid\": \"%s\", \"evse_id\": \"BE*%s\", \"status\": \"CHARGING\", \"connectors\": [{\"id\": \"1\"}]}]}], \"status_code\": 1000, \"timestamp\": \"%s\"}"
                .formatted(point, point, point, time)
                .getBytes(UTF_8);
    }

    private String everythingWritten() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files =
                Stream.concat(Files.walk(folder.resolve("raw")), Files.walk(folder.resolve("lake")))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "--once                                                  | 2  | there is no place to ask for (--cities or --places)",
                "--cities a,a                                            | 2  | the place 'a' has no name or is there twice",
                "--cities a --url http://127.0.0.1/                      | 2  | it has no {city}",
                "--cities a --url ftp://x/{city}                         | 2  | it is no address",
                "--cities a --url https://me:word@host/{city}            | 2  | the address holds a credential (value not shown",
                "--cities a --poll-timeout 10                            | 2  | a poll ends before the next begins",
                "--cities a --poll-interval 0s                           | 2  | --poll-interval 0",
                "--cities a --tries 0                                    | 2  | --tries 0: 1 or more is allowed",
                "--cities a --source a/b                                 | 2  | it names a folder and files",
                "--cities a --token-env X                                | 2  | that API takes none",
                "--cities a --from 2025-01-01                            | 2  | an API tells what is, not what was",
                "--format ocpi                                           | 2  | --url is missing",
                "--format ocpi --url http://example.org/ --token-env HOME| 2  | the connection is not encrypted",
                "--format ocpi --url https://h/ --token-env NOT_SET_HERE | 2  | env:NOT_SET_HERE is not set or empty",
                "--format ocpi --url https://h/ --token-file x           | 2  | is not an absolute path (value not shown",
                "--format ocpi --url https://h/ --cities a               | 2  | it is asked by its --url alone",
                "--cities a --url http://127.0.0.1:1/{city} --once --tries 1 | 30 | there was no answer, a: the server refuses connections",
            })
    void wrongOptionsAreExplained(String options, int exitCode, String words) {
        Command command = run(options.split(" "));
        assertThat(command.err()).contains(words);
        assertThat(command.exitCode()).isEqualTo(exitCode);
    }

    @Test
    void aPlaceThatIsNoneIsNamedByItsLine() throws IOException {
        Path places = Files.writeString(folder.resolve("places"), "bonn\nCampus;95;6.95;2000\n");
        Command command = run("--places", places.toString(), "--once");
        assertThat(command.exitCode()).isEqualTo(2);
        assertThat(command.err()).contains("places line 2").contains("latitude -90 to 90");
    }

    private Command run(String... options) {
        var all = new ArrayList<>(List.of("collect"));
        all.addAll(List.of(options));
        all.addAll(List.of(
                "--output",
                folder.resolve("raw").toString(),
                "--lake",
                folder.resolve("lake").toString()));
        return Command.run(all.toArray(String[]::new));
    }
}
