package io.chargelake.jobs.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkClientException;

class ObjectStoresTest {
    private static final Map<String, String> KEYS =
            Map.of("CHARGELAKE_S3_ACCESS_KEY", "canary-id", "CHARGELAKE_S3_SECRET_KEY", "canary-secret");

    @TempDir
    Path folder;

    @Test
    void onlyTheNamesOfCredentialsReachSpark() {
        Map<String, String> spark = ObjectStores.sparkSettings(Settings.defaults(), KEYS);
        assertThat(spark)
                .containsEntry("spark.hadoop.fs.s3a.chargelake.identity", "env:CHARGELAKE_S3_ACCESS_KEY")
                .containsEntry("spark.hadoop.fs.s3a.chargelake.signing", "env:CHARGELAKE_S3_SECRET_KEY");
        assertThat(spark.values()).noneMatch(value -> value.contains("canary"));
    }

    @Test
    void withoutVariablesAwsLooksForCredentialsItself() {
        assertThat(ObjectStores.sparkSettings(Settings.defaults(), Map.of()))
                .containsEntry(
                        "spark.hadoop.fs.s3a.aws.credentials.provider",
                        "software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider")
                .doesNotContainKey("spark.hadoop.fs.s3a.endpoint.region");
    }

    @Test
    void oneOfTwoVariablesIsAnError() {
        assertThatThrownBy(() -> ObjectStores.sparkSettings(
                        Settings.defaults(), Map.of("CHARGELAKE_S3_ACCESS_KEY", "canary-id")))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "Cannot use the object store: environment variable CHARGELAKE_S3_SECRET_KEY is not set (set it, or name"
                                + " another one with object_store.secret_key_env or a mounted file with object_store.secret_key_file)");
    }

    @Test
    void addressAndStyleFollowTheSettings() {
        assertThat(settings("object_store: {endpoint: 'http://store:9000', anonymous: true}"))
                .containsEntry("spark.hadoop.fs.s3a.endpoint", "http://store:9000")
                .containsEntry("spark.hadoop.fs.s3a.endpoint.region", "us-east-1")
                .containsEntry("spark.hadoop.fs.s3a.path.style.access", "true")
                .containsEntry(
                        "spark.hadoop.fs.s3a.aws.credentials.provider",
                        "org.apache.hadoop.fs.s3a.AnonymousAWSCredentialsProvider");
        assertThat(settings("object_store: {region: eu-west-1}"))
                .containsEntry("spark.hadoop.fs.s3a.endpoint.region", "eu-west-1")
                .containsEntry("spark.hadoop.fs.s3a.path.style.access", "false")
                .doesNotContainKey("spark.hadoop.fs.s3a.endpoint");
    }

    @Test
    void credentialsAreReadFromFilesEachTimeSoThatARotationIsSeen() throws Exception {
        Path id = Files.writeString(folder.resolve("id"), "first\n");
        Path secret = Files.writeString(folder.resolve("secret"), "one");
        Configuration hadoop =
                hadoop(settings("object_store: {access_key_file: " + id + ", secret_key_file: " + secret + "}"));
        var credentials = new EnvironmentCredentials(URI.create("s3a://b"), hadoop);
        assertThat(credentials.resolveCredentials().accessKeyId()).isEqualTo("first");
        Files.writeString(id, "second");
        assertThat(credentials.resolveCredentials().accessKeyId()).isEqualTo("second");
        assertThat(credentials.toString()).doesNotContain("second").doesNotContain("one]");
        Files.delete(secret);
        assertThatThrownBy(credentials::resolveCredentials)
                .isInstanceOf(SdkClientException.class)
                .hasRootCauseInstanceOf(java.nio.file.NoSuchFileException.class)
                .hasMessageStartingWith("Cannot read a credential: file:" + secret + " can't be read");
    }

    @Test
    void s3aIsThereAndTakesTheSettings() throws Exception {
        var spark = ObjectStores.sparkSettings(Settings.defaults(), KEYS);
        try (FileSystem store = FileSystem.newInstance(URI.create("s3a://bucket"), hadoop(spark))) {
            assertThat(store.getClass().getName()).isEqualTo("org.apache.hadoop.fs.s3a.S3AFileSystem");
        }
    }

    @Test
    void gsIsThereAndTakesAKeyFile() throws Exception {
        Path key = Files.writeString(folder.resolve("gcs.json"), serviceAccount());
        var spark = settings("object_store: {gcs: {key_file: " + key + "}}");
        try (FileSystem store = FileSystem.newInstance(URI.create("gs://bucket"), hadoop(spark))) {
            assertThat(store.getClass().getName()).isEqualTo("com.google.cloud.hadoop.fs.gcs.GoogleHadoopFileSystem");
        }
        assertThat(spark.toString()).doesNotContain("PRIVATE KEY");
    }

    @Test
    void abfssIsThereAndTakesTheKeyFromOurProvider() throws Exception {
        Path key = Files.writeString(
                folder.resolve("azure"), Base64.getEncoder().encodeToString("canary".getBytes("UTF-8")));
        var spark = settings("object_store: {azure: {account: chargelake, key_file: " + key + "}}");
        URI container = URI.create("abfss://lake@chargelake.dfs.core.windows.net");
        try (FileSystem store = FileSystem.newInstance(container, hadoop(spark))) {
            assertThat(store.getClass().getName()).isEqualTo("org.apache.hadoop.fs.azurebfs.SecureAzureBlobFileSystem");
        }
        assertThat(new EnvironmentAccountKey().getStorageAccountKey("chargelake.dfs.core.windows.net", hadoop(spark)))
                .isEqualTo(Files.readString(key));
        Files.delete(key);
        assertThatThrownBy(() -> FileSystem.newInstance(container, hadoop(spark)))
                .satisfies(e -> assertThat(StorageErrors.explain(e, container))
                        .hasMessageStartingWith("Cannot read a credential: file:" + key + " can't be read"));
    }

    private static String serviceAccount() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        String encoded = Base64.getEncoder()
                .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
        return """
                {"type": "service_account", "client_id": "1", "client_email": "test@example.com", "private_key_id": "1",
                 "private_key": "-----BEGIN PRIVATE KEY-----\\n%s\\n-----END PRIVATE KEY-----\\n",
                 "token_uri": "http://127.0.0.1:1/token"}"""
                .formatted(encoded);
    }

    private static Map<String, String> settings(String yaml) {
        return ObjectStores.sparkSettings(SettingsFile.parse("test.yaml", yaml), Map.of());
    }

    private static Configuration hadoop(Map<String, String> spark) {
        Configuration hadoop = new Configuration();
        spark.forEach((key, value) -> {
            if (key.startsWith("spark.hadoop.")) {
                hadoop.set(key.substring("spark.hadoop.".length()), value);
            }
        });
        return hadoop;
    }
}
