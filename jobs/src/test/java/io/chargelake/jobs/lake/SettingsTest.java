package io.chargelake.jobs.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.chargelake.jobs.lake.S3Settings.Addressing;
import io.chargelake.jobs.lake.S3Settings.Login;
import io.chargelake.privacy.cell.CellSettings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private static final String SECRET = "canary/Secret+41";

    @TempDir
    Path folder;

    @Test
    void readsEveryKey() throws Exception {
        Settings settings = read(
                """
                zone: Africa/Casablanca
                master: local[2]
                lake: s3a://bucket/lake
                table_format: iceberg
                object_store:
                  endpoint: http://store:9000
                  region: eu-central-1
                  path_style: false
                  access_key_env: ID
                  secret_key_file: /run/secrets/s3
                  gcs:
                    key_file: /run/secrets/gcs.json
                  azure: {account: chargelake, key_env: AZURE_KEY}
                catalog:
                  type: jdbc
                  uri: jdbc:postgresql://localhost/iceberg
                  user: me
                  password_file: /run/secrets/catalog
                  warehouse: s3a://bucket/warehouse
                limits:
                  max_quarantined_share: 0.2
                  shuffle_partitions: 7
                spark:
                  spark.executor.memory: 4g
                  spark.executor.cores: 2
                  spark.kubernetes.executor.secretKeyRef.KEY: s3:secret-key
                """);
        assertThat(settings.zone()).isEqualTo(ZoneId.of("Africa/Casablanca"));
        assertThat(settings.lake()).contains("s3a://bucket/lake");
        assertThat(settings.tableFormat()).contains("iceberg");
        assertThat(settings.objectStore())
                .isEqualTo(new ObjectStoreSettings(
                        new S3Settings(
                                Optional.of(URI.create("http://store:9000")),
                                Optional.of("eu-central-1"),
                                Addressing.VIRTUAL_HOST,
                                new Login.Keys(SecretRef.env("ID"), SecretRef.file("/run/secrets/s3"))),
                        Optional.of(Path.of("/run/secrets/gcs.json")),
                        Optional.of(new AzureSettings("chargelake", Optional.of(SecretRef.env("AZURE_KEY"))))));
        assertThat(settings.catalog())
                .contains(new CatalogSettings(
                        CatalogSettings.Type.JDBC,
                        Optional.of("jdbc:postgresql://localhost/iceberg"),
                        Optional.of("me"),
                        Optional.of(SecretRef.file("/run/secrets/catalog")),
                        Optional.of("s3a://bucket/warehouse")));
        assertThat(settings.limits()).isEqualTo(new LimitSettings(0.2, OptionalInt.of(7)));
        assertThat(settings.spark())
                .containsEntry("spark.executor.memory", "4g")
                .containsEntry("spark.executor.cores", "2")
                .containsEntry("spark.kubernetes.executor.secretKeyRef.KEY", "s3:secret-key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing\n", "object_store:\nlimits:\nspark:\n"})
    void anEmptyFileGivesTheDefaults(String yaml) throws Exception {
        assertThat(read(yaml)).isEqualTo(Settings.defaults());
        assertThat(Settings.defaults().zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(Settings.defaults().master()).isEqualTo("local[*]");
        assertThat(Settings.defaults().limits().maxQuarantinedShare()).isEqualTo(0.05);
        assertThat(Settings.defaults().privacy()).isEqualTo(new PrivacySettings(CellSettings.DEFAULTS, 0.25));
        assertThat(Settings.defaults().objectStore().s3().login()).isEqualTo(new Login.Default());
    }

    @Test
    void anEndpointMeansPathStyleUnlessSaidOtherwise() throws Exception {
        assertThat(read("object_store: {endpoint: 'http://h:1'}")
                        .objectStore()
                        .s3()
                        .addressing())
                .isEqualTo(Addressing.PATH);
        assertThat(read("object_store: {region: eu-west-1}").objectStore().s3().addressing())
                .isEqualTo(Addressing.VIRTUAL_HOST);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of(
                        "zone: UTC\n\nobject_store:\n  region: x\n  endpont: http://x",
                        "unknown key object_store.endpont at line 5 (did you mean endpoint? allowed: access_key_env, access_key_file,"
                                + " anonymous, azure, endpoint, gcs, path_style, region, secret_key_env, secret_key_file)"),
                Arguments.of(
                        "bananas: 1",
                        "unknown key bananas at line 1 (allowed: catalog, lake, limits, master, object_store, privacy, spark, table_format, zone)"),
                Arguments.of(
                        "object_store:\n  azure:\n    account: abc\n    key: " + SECRET,
                        "unknown key object_store.azure.key at line 4 (did you mean key_env? allowed: account, key_env, key_file)"),
                Arguments.of(
                        "object_store:\n  secret_key: " + SECRET,
                        "unknown key object_store.secret_key at line 2 (did you mean secret_key_env? allowed: "),
                Arguments.of(
                        "# c\nzone: Europe/Berln",
                        "zone is wrong at line 2 ('Europe/Berln', allowed: an IANA time zone such as Europe/Berlin; did you mean Europe/Berlin?)"),
                Arguments.of("zone: '+02:00'", "zone is wrong at line 1 ('+02:00', allowed: an IANA"),
                Arguments.of(
                        "object_store:\n  path_style: maybe",
                        "object_store.path_style is wrong at line 2 ('maybe', allowed: true or false)"),
                Arguments.of(
                        "table_format: hudi", "table_format is wrong at line 1 ('hudi', allowed: delta or iceberg)"),
                Arguments.of(
                        "limits:\n  shuffle_partitions: many",
                        "limits.shuffle_partitions is wrong at line 2 ('many', allowed: a whole number)"),
                Arguments.of(
                        "limits:\n  max_quarantined_share: 5",
                        "limits.max_quarantined_share is not a share ('5.0', allowed: 0 to 1), in the section at line 1"),
                Arguments.of(
                        "limits:\n  max_quarantined_share: NaN", "limits.max_quarantined_share is not a share ('NaN'"),
                Arguments.of(
                        "privacy:\n  least_vehicles: 0",
                        "Cannot use these cell rules: least {VEHICLE=0, SITE=3, OPERATOR=3}"),
                Arguments.of(
                        "privacy:\n  noise_budget_rho: 0",
                        "privacy.noise_budget_rho is out of range ('0.0', allowed: 0.000001 to 10)"),
                Arguments.of("limits: 5", "limits is not a section at line 1 (allowed: indented keys below it)"),
                Arguments.of("master:\n  a: b", "master has no single value at line 1 (allowed: a text)"),
                Arguments.of("master:", "master has no single value at line 1 (allowed: a text)"),
                Arguments.of("zone: UTC\nzone: UTC", "key zone is given twice at line 2"),
                Arguments.of("master: [a, b]", "a list is not allowed at line 1"),
                Arguments.of("master: &a x\nlake: *a", "aliases (*name) are not allowed at line 2"),
                Arguments.of("just text", "keys with values are expected at line 1"),
                Arguments.of("zone: UTC\n---\nzone: UTC", "one YAML document is expected at line"),
                Arguments.of("zone: UTC\n  lake: 'x", "it is no valid YAML at line 2"),
                Arguments.of("lake: s3://b/x", "lake has an unknown scheme ('s3', did you mean s3a?)"),
                Arguments.of("lake: s3a://id:" + SECRET + "@b/x", "lake holds a credential (value not shown"),
                Arguments.of(
                        "object_store: {endpoint: 'store:9000'}",
                        "endpoint is no address of a store (value not shown; allowed: http://host:port"),
                Arguments.of("object_store: {endpoint: 'http://a:" + SECRET + "@h'}", "(value not shown"),
                Arguments.of(
                        "object_store:\n  access_key_env: A\n  access_key_file: /b",
                        "object_store.access_key_env and object_store.access_key_file exclude each other at line 3"),
                Arguments.of(
                        "object_store:\n  anonymous: true\n  access_key_env: A",
                        "anonymous excludes access and secret keys (keep one of them), in the section at line 1"),
                Arguments.of(
                        "object_store:\n  secret_key_env: " + SECRET,
                        "object_store.secret_key_env is not the name of an environment variable (value not shown;"),
                Arguments.of(
                        "object_store:\n  secret_key_file: " + SECRET,
                        "object_store.secret_key_file is not an absolute path (value not shown;"),
                Arguments.of("object_store: {azure: {key_env: A}}", "account is not the name of a storage account"),
                Arguments.of("catalog: {uri: x}", "catalog has no type (allowed: hadoop, jdbc, rest)"),
                Arguments.of("catalog: {type: rest}", "catalog has no uri"),
                Arguments.of(
                        "catalog: {type: glue}",
                        "catalog.type is wrong at line 1 ('glue', allowed: hadoop, jdbc or rest)"),
                Arguments.of(
                        "catalog: {type: jdbc, uri: 'jdbc:postgresql://h/d?password=" + SECRET + "'}",
                        "catalog.uri holds a credential (value not shown"),
                Arguments.of("spark:\n  executor.memory: 1g", "every key below spark: begins with spark."),
                Arguments.of("spark:\n  spark.hadoop.fs.s3a.secret.key: " + SECRET, "looks like a credential"),
                Arguments.of("spark:\n  spark.hadoop.fs.s3a.access.key: " + SECRET, "looks like a credential"),
                Arguments.of("spark:\n  spark.hadoop.fs.s3a.session.token: " + SECRET, "looks like a credential"),
                Arguments.of("spark:\n  spark.ssl.keyStorePassword: " + SECRET, "looks like a credential"),
                Arguments.of("spark:\n  spark.hadoop.fs.azure.account.key.a.b: " + SECRET, "looks like a credential"),
                Arguments.of(
                        "spark:\n  spark.driver.extraJavaOptions: -Daws.secretKey=" + SECRET,
                        "looks like a credential"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void refusesAMistakeInOneLineThatNamesTheKeyAndNeverTheSecret(String yaml, String reason) {
        UserError error = catchThrowableOfType(UserError.class, () -> read(yaml));
        assertThat(error).isNotNull();
        assertThat(error.getMessage())
                .startsWith("Cannot read " + folder.resolve("x.yaml") + ": ")
                .contains(reason)
                .doesNotContain("\n")
                .doesNotContain(SECRET);
        assertThat(error.exitCode()).isEqualTo(2);
    }

    @Test
    void aMissingOrUnreadableFileIsAUsageError() throws Exception {
        assertThatThrownBy(() -> Settings.read(folder.resolve("none.yaml")))
                .hasMessage("Cannot read " + folder.resolve("none.yaml")
                        + ": there is no such file (a local YAML file is expected; change --config)");
        Path latin = folder.resolve("latin.yaml");
        Files.write(latin, "master: é".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> Settings.read(latin)).hasMessageContaining("it is no readable UTF-8 text file");
        assertThatThrownBy(() -> Settings.read(folder)).hasMessageContaining("it is no readable UTF-8 text file");
    }

    @Test
    void theConfigurationsOfTheProjectAreValid() throws Exception {
        Path conf = Path.of("..", "conf");
        try (Stream<Path> files = Files.list(conf)) {
            List<Path> yaml =
                    files.filter(file -> file.toString().endsWith(".yaml")).toList();
            assertThat(yaml)
                    .extracting(file -> file.getFileName().toString())
                    .contains("local.yaml", "s3.yaml", "k8s.yaml");
            assertThat(yaml)
                    .allSatisfy(file -> assertThat(Settings.read(file).master()).isNotBlank());
        }
        assertThat(Settings.read(conf.resolve("local.yaml")))
                .usingRecursiveComparison()
                .ignoringFields("lake", "tableFormat")
                .isEqualTo(Settings.defaults());
    }

    /** What stands behind a comment sign in the examples must work once the sign is taken away. */
    @Test
    void theCommentedExamplesAreValidKeys() throws Exception {
        String s3 = Files.readString(Path.of("..", "conf", "s3.yaml"))
                .replaceAll(
                        "(?m)^(\\s*)# (access_key_env|secret_key_env|gcs|azure|  key_file|  key_env|  account|table_format|catalog|  type|  uri|  user"
                                + "|  password_env|  warehouse)(:.*)$",
                        "$1$2$3");
        Settings settings = read(s3);
        assertThat(settings.catalog()).isPresent();
        assertThat(settings.objectStore().azure()).isPresent();
        assertThat(settings.objectStore().gcsKeyFile()).isPresent();
    }

    private Settings read(String yaml) throws Exception {
        return Settings.read(Files.writeString(folder.resolve("x.yaml"), yaml));
    }
}
