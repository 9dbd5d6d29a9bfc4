package io.chargelake.jobs.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.chargelake.privacy.request.Admitted;
import io.chargelake.privacy.request.Limits;
import io.chargelake.privacy.request.RequestWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The request files that come along, and the schema that editors check them by. */
class RequestExamplesTest {
    private static final Path FOLDER = Path.of("..", "conf", "requests");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);

    static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void thereAreSix() throws IOException {
        assertThat(examples()).hasSize(6);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void eachSaysWhatItAnswersAndMayBeAnswered(Path file) throws IOException {
        assertThat(Files.readString(file)).matches("(?s)# .*\\?\n# .*");
        Admitted admitted = Requests.read(file, Limits.DEFAULT, TODAY);
        assertThat(file).hasFileName(admitted.request().id() + ".yaml");
        assertThat(new RequestWords(admitted).lines()).hasSizeGreaterThan(7);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void eachConformsToTheSchema(Path file) throws IOException {
        assertThat(errors(Files.readString(file))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    recipient: Grid Operator | # none
                    purpose: Load forecast   | # none
                    expires: 2030-12-31      | # none
                    '  to: 2026-04-01'       | # none
                    '  to: 2026-04-01'       | '  to: 1.4.2026'
                    '  to: 2026-04-01'       | '  until: 2026-04-01'
                    title: Energy by day     | titel: Energy by day
                    title: Energy by day     | title: [Energy]
                    id: energy-by-day        | id: ../../etc/passwd
                    '  - day'                | '  - {column: day}'
                    '  - sum(energy_kwh)'    | '  - energy_kwh'
                    expires: 2030-12-31      | product: secret
                    """)
    void schemaAndReaderRefuseTheSame(String line, String other) throws IOException {
        String yaml = RequestText.with(line, other);
        assertThat(errors(yaml)).isNotEmpty();
        assertThat(catchThrowable(() -> RequestFile.parse("r.yaml", yaml))).isNotNull();
    }

    @Test
    void whatTheReaderTakesTheSchemaTakes() throws IOException {
        assertThat(errors(RequestText.USUAL)).isEmpty();
        assertThat(RequestFile.parse("r.yaml", RequestText.USUAL)).isNotNull();
    }

    /** The reader names its keys when it refuses one. */
    @ParameterizedTest
    @ValueSource(strings = {"", "period", "differential_privacy", "way_back"})
    void schemaAndReaderKnowTheSameKeys(String section) throws IOException {
        String unknown = section.isEmpty() ? "zzz: 1\n" : section + ": {zzz: 1}\n";
        String message =
                catchThrowable(() -> RequestFile.parse("r.yaml", unknown)).getMessage();
        String allowed = message.substring(message.indexOf("allowed: ") + 9, message.length() - 1);
        JsonNode root = new ObjectMapper()
                .readTree(FOLDER.resolve("request.schema.json").toFile());
        JsonNode place = section.isEmpty() ? root : root.get("properties").get(section);
        Set<String> keys = new TreeSet<>();
        place.get("properties").fieldNames().forEachRemaining(keys::add);
        assertThat(keys).containsExactly(allowed.split(", "));
    }

    @Test
    void theSchemaNamesTheTablesThatLetSomethingOut() throws IOException {
        JsonNode schema = new ObjectMapper()
                .readTree(FOLDER.resolve("request.schema.json").toFile());
        assertThat(schema.at("/properties/table/enum"))
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(Sources.ALL.stream()
                        .map(source -> source.table().name())
                        .toList());
    }

    @Test
    void everyKeyOfTheSchemaIsDescribed() throws IOException {
        JsonNode schema = new ObjectMapper()
                .readTree(FOLDER.resolve("request.schema.json").toFile());
        schema.get("properties").properties().forEach(key -> assertThat(
                        Optional.ofNullable(key.getValue().get("description")))
                .as(key.getKey())
                .isPresent());
    }

    private static List<Error> errors(String yaml) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(FOLDER.resolve("request.schema.json")), InputFormat.JSON);
        return schema.validate(
                yaml,
                InputFormat.YAML,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }
}
