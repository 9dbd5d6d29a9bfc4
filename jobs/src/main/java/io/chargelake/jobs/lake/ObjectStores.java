package io.chargelake.jobs.lake;

import io.chargelake.jobs.lake.S3Settings.Addressing;
import io.chargelake.jobs.lake.S3Settings.Login;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Spark settings for the object stores. They hold names of places where credentials are, never a credential: Spark copies its settings into the UI,
 * event logs and plans. Apply {@link Settings#spark()} after these.
 */
public final class ObjectStores {
    public static final String ACCESS_KEY_ENV = "CHARGELAKE_S3_ACCESS_KEY";
    public static final String SECRET_KEY_ENV = "CHARGELAKE_S3_SECRET_KEY";

    private static final String HADOOP = "spark.hadoop.";
    private static final String S3A = HADOOP + "fs.s3a.";
    private static final String GS = HADOOP + "fs.gs.";
    private static final String AZURE = HADOOP + "fs.azure.";

    private ObjectStores() {}

    /** The settings for all three stores, as a table's URI may name any of them. */
    public static Map<String, String> sparkSettings(Settings settings, Map<String, String> environment) {
        Map<String, String> spark = new TreeMap<>();
        ObjectStoreSettings stores = settings.objectStore();
        s3Address(stores.s3(), spark);
        s3Bounds(spark);
        s3Login(stores.s3().login(), environment, spark);
        gcs(stores, spark);
        stores.azure().ifPresent(azure -> azure(azure, spark));
        // Spark's own default knows no account keys
        spark.put("spark.redaction.regex", "(?i)secret|password|token|access[.]?key|account[.]?key|credential");
        return Collections.unmodifiableMap(spark);
    }

    private static void s3Address(S3Settings s3, Map<String, String> spark) {
        s3.endpoint().ifPresent(endpoint -> {
            spark.put(S3A + "endpoint", endpoint.toString());
            // a store of one's own has no regions, but signatures need some name
            spark.put(S3A + "endpoint.region", "us-east-1");
        });
        s3.region().ifPresent(region -> spark.put(S3A + "endpoint.region", region));
        spark.put(S3A + "path.style.access", Boolean.toString(s3.addressing() == Addressing.PATH));
    }

    /**
     * Two layers retry: the SDK (attempts.maximum) and S3A around it (retry.*). Their product is what a wrong endpoint costs; throttling (503) is
     * retried longer than lost connections, as it passes.
     */
    private static void s3Bounds(Map<String, String> spark) {
        spark.put(S3A + "attempts.maximum", "3");
        spark.put(S3A + "retry.limit", "3");
        spark.put(S3A + "retry.interval", "250ms");
        spark.put(S3A + "retry.throttle.limit", "6");
        spark.put(S3A + "retry.throttle.interval", "500ms");
        spark.put(S3A + "connection.establish.timeout", "15s");
        spark.put(S3A + "connection.timeout", "60s");
        spark.put(S3A + "connection.maximum", "64");
        spark.put(S3A + "threads.max", "32");
        spark.put(S3A + "fast.upload.buffer", "disk");
        spark.put(S3A + "multipart.size", "64M");
        // skips the checks that put-if-absent of table logs relies on
        spark.put(S3A + "create.performance", "false");
    }

    private static void s3Login(Login login, Map<String, String> environment, Map<String, String> spark) {
        if (login instanceof Login.Anonymous) {
            spark.put(S3A + "aws.credentials.provider", "org.apache.hadoop.fs.s3a.AnonymousAWSCredentialsProvider");
        } else if (login instanceof Login.Keys keys) {
            s3Keys(keys, environment, spark);
        } else if (environment.containsKey(ACCESS_KEY_ENV) || environment.containsKey(SECRET_KEY_ENV)) {
            s3Keys(new Login.Keys(SecretRef.env(ACCESS_KEY_ENV), SecretRef.env(SECRET_KEY_ENV)), environment, spark);
        } else {
            spark.put(
                    S3A + "aws.credentials.provider",
                    "software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider");
        }
    }

    private static void s3Keys(Login.Keys keys, Map<String, String> environment, Map<String, String> spark) {
        requireSet(keys.accessKey(), environment, "object_store.access_key_env");
        requireSet(keys.secretKey(), environment, "object_store.secret_key_env");
        spark.put(S3A + "aws.credentials.provider", EnvironmentCredentials.class.getName());
        spark.put(HADOOP + EnvironmentCredentials.IDENTITY, keys.accessKey().toString());
        spark.put(HADOOP + EnvironmentCredentials.SIGNING, keys.secretKey().toString());
    }

    /** A variable that is not set is told before any job starts; files are read where they are used. */
    private static void requireSet(SecretRef ref, Map<String, String> environment, String key) {
        if (ref.source() == SecretRef.Source.ENV
                && environment.getOrDefault(ref.name(), "").isBlank()) {
            throw UserError.usage("Cannot use the object store: environment variable " + ref.name()
                    + " is not set (set it, or name another one with " + key + " or a mounted file with "
                    + key.replace("_env", "_file") + ")");
        }
    }

    private static void gcs(ObjectStoreSettings stores, Map<String, String> spark) {
        spark.put(HADOOP + "fs.AbstractFileSystem.gs.impl", "com.google.cloud.hadoop.fs.gcs.GoogleHadoopFS");
        spark.put(GS + "http.max.retry", "4");
        spark.put(GS + "http.connect-timeout", "5000");
        spark.put(GS + "http.read-timeout", "30000");
        stores.gcsKeyFile().ifPresent(file -> spark.put(GS + "auth.service.account.json.keyfile", file.toString()));
        if (stores.gcsKeyFile().isEmpty() && stores.s3().login() instanceof Login.Anonymous) {
            spark.put(GS + "auth.service.account.enable", "false");
            spark.put(GS + "auth.null.enable", "true");
        }
    }

    private static void azure(AzureSettings azure, Map<String, String> spark) {
        spark.put(AZURE + "io.retry.max.retries", "3");
        spark.put(AZURE + "http.connection.timeout", "5000");
        azure.key().ifPresent(key -> {
            String host = azure.account() + ".dfs.core.windows.net";
            spark.put(AZURE + "account.auth.type." + host, "SharedKey");
            spark.put(AZURE + "account.keyprovider." + host, EnvironmentAccountKey.class.getName());
            spark.put(HADOOP + EnvironmentAccountKey.SIGNING + host, key.toString());
        });
    }
}
