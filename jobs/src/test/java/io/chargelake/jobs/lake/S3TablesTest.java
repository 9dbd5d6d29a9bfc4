package io.chargelake.jobs.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.chargelake.jobs.testing.ObjectStore;
import io.chargelake.jobs.testing.TestSpark;
import java.net.URI;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Spark, Delta and Iceberg against a real S3 server, with the settings a user's configuration gives. */
@ExtendWith(ObjectStore.Extension.class)
class S3TablesTest {
    private static SparkSession spark;

    @BeforeAll
    static void start(ObjectStore store) {
        spark = TestSpark.session();
        spark.sparkContext().setLogLevel("ERROR");
        store.addTo(spark);
    }

    @Test
    void parquetGoesThereAndBack(ObjectStore store) {
        String folder = store.folder("parquet");
        numbers().write().parquet(folder);
        assertThat(spark.read().parquet(folder).count()).isEqualTo(10);
    }

    @Test
    void deltaGoesThereAndBackWithItsVersions(ObjectStore store) {
        String folder = store.folder("delta");
        numbers().write().format("delta").save(folder);
        numbers().write().format("delta").mode("append").save(folder);
        assertThat(spark.read().format("delta").load(folder).count()).isEqualTo(20);
        assertThat(spark.read()
                        .format("delta")
                        .option("versionAsOf", 0)
                        .load(folder)
                        .count())
                .isEqualTo(10);
    }

    @Test
    void icebergGoesThereAndBack(ObjectStore store) throws Exception {
        spark.conf().set("spark.sql.catalog.s3test", "org.apache.iceberg.spark.SparkCatalog");
        spark.conf().set("spark.sql.catalog.s3test.type", "hadoop");
        spark.conf().set("spark.sql.catalog.s3test.warehouse", store.folder("iceberg"));
        numbers().writeTo("s3test.db.numbers").using("iceberg").create();
        numbers().writeTo("s3test.db.numbers").append();
        assertThat(spark.table("s3test.db.numbers").count()).isEqualTo(20);
    }

    @Test
    void bucketsInTheHostNameWorkToo(ObjectStore store) throws Exception {
        URI folder = URI.create(store.folder("virtual"));
        Configuration hadoop = ObjectStore.hadoop(store.virtualHostSettings());
        assertThat(hadoop.get("fs.s3a.path.style.access")).isEqualTo("false");
        try (FileSystem files = FileSystem.newInstance(folder, hadoop)) {
            Path file = new Path(folder.toString(), "x");
            files.create(file).close();
            assertThat(files.getFileStatus(file).getLen()).isZero();
        }
        try (FileSystem byPath = FileSystem.newInstance(folder, ObjectStore.hadoop(store.settings()))) {
            assertThat(byPath.exists(new Path(folder.toString(), "x"))).isTrue();
        }
    }

    @Test
    void theSettingsOfARunningSessionHoldNoCredential(ObjectStore store) {
        numbers().write().parquet(store.folder("canary"));
        assertThat(spark.sparkContext().getConf().toDebugString()).doesNotContain(store.secretKey());
        assertThat(spark.sparkContext().hadoopConfiguration())
                .allSatisfy(entry -> assertThat(entry.getValue()).doesNotContain(store.secretKey()));
    }

    @Test
    @Timeout(20)
    void aWrongSecretIsExplained(ObjectStore store) {
        String wrong = ObjectStore.secretFile("wrong", "wrong-canary").toString();
        overrideFor("wrong-secret", "chargelake.signing", "file:" + wrong);
        assertExplained(
                "s3a://wrong-secret/x",
                "the store denies access (status 403: wrong credentials, or no right to this bucket; grant it, or set the variables or"
                        + " files that object_store names",
                20);
    }

    @Test
    @Timeout(20)
    void anUnknownAccessKeyIsExplained(ObjectStore store) {
        String wrong = ObjectStore.secretFile("wrong", "nobody").toString();
        overrideFor("wrong-id", "chargelake.identity", "file:" + wrong);
        assertExplained("s3a://wrong-id/x", "the store denies access (status 403: wrong credentials", 20);
    }

    @Test
    @Timeout(20)
    void aMissingKeyFileIsExplained(ObjectStore store) {
        overrideFor("no-key-file", "chargelake.signing", "file:/nowhere/secret");
        UserError error = explained("s3a://no-key-file/x");
        assertThat(error).hasMessageStartingWith("Cannot read a credential: file:/nowhere/secret can't be read");
    }

    @Test
    @Timeout(20)
    void aMissingBucketIsExplained(ObjectStore store) {
        assertExplained(
                "s3a://no-such-bucket/x", "there is no such bucket or container (create it, or change the URI)", 20);
    }

    @Test
    @Timeout(20)
    void aMissingFileIsExplained(ObjectStore store) {
        assertExplained(
                store.folder("nothing"),
                "there is no such file or folder (check the path, or change --input or --lake)",
                20);
    }

    @Test
    @Timeout(20)
    void aClosedPortIsExplained(ObjectStore store) {
        overrideFor("unreachable", "endpoint", "http://127.0.0.1:1");
        assertExplained(
                "s3a://unreachable/x",
                "the store does not accept connections (change object_store.endpoint, or start the store)",
                20);
    }

    @Test
    @Timeout(20)
    void anUnknownHostIsExplained(ObjectStore store) {
        overrideFor("unknown-host", "endpoint", "http://store.invalid");
        assertExplained("s3a://unknown-host/x", "the store's host name is not known (change object_store.endpoint", 20);
    }

    private static void overrideFor(String bucket, String key, String value) {
        spark.sparkContext().hadoopConfiguration().set("fs.s3a.bucket." + bucket + "." + key, value);
    }

    private static void assertExplained(String location, String reason, int exitCode) {
        UserError error = explained(location);
        assertThat(error.getMessage())
                .startsWith("Cannot read " + location + ": " + reason)
                .doesNotContain("\n")
                .doesNotContain("canary");
        assertThat(error.exitCode()).isEqualTo(exitCode);
    }

    private static UserError explained(String location) {
        Throwable error = catchThrowable(() -> spark.read().parquet(location));
        assertThat(error).isNotNull();
        return StorageErrors.explain(error, URI.create(location));
    }

    private static Dataset<Row> numbers() {
        return spark.range(10).toDF("n");
    }
}
