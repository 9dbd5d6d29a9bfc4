package io.chargelake.jobs.lake;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The environment a job runs in: the content of {@code --config FILE}. Options on the command line win over it.
 *
 * @param zone where local days and hours are counted when a place has no zone of its own
 * @param lake root of the lake, a path or a URI
 * @param tableFormat delta or iceberg
 * @param spark further Spark settings; they win over those Chargelake makes, and never hold a credential
 */
public record Settings(
        ZoneId zone,
        String master,
        Optional<String> lake,
        Optional<String> tableFormat,
        ObjectStoreSettings objectStore,
        Optional<CatalogSettings> catalog,
        LimitSettings limits,
        PrivacySettings privacy,
        Map<String, String> spark) {

    public Settings {
        lake.ifPresent(Settings::requireLake);
        spark = Collections.unmodifiableMap(new TreeMap<>(spark));
        spark.forEach(Settings::requireSparkSetting);
    }

    /** What holds without a configuration file. */
    public static Settings defaults() {
        return SettingsFile.parse("defaults", "");
    }

    /** Reads the YAML file; anything wrong in it is one {@link UserError} that names the key and the line. */
    public static Settings read(Path file) {
        return SettingsFile.read(file);
    }

    private static void requireLake(String lake) {
        if (lake.matches("(?i)s3n?://.*")) {
            throw new IllegalArgumentException("lake has an unknown scheme ('s3', did you mean s3a?)");
        }
        if (lake.matches("(?i)s3a://[^/]*:.*@.*")) {
            throw new IllegalArgumentException(
                    "lake holds a credential (value not shown; set the environment variables of object_store instead)");
        }
    }

    private static void requireSparkSetting(String key, String value) {
        if (!key.startsWith("spark.")) {
            throw new IllegalArgumentException(
                    "a Spark setting is expected, not '" + key + "' (every key below spark: begins with spark.)");
        }
        if (Credentials.carriedBy(key, value)) {
            throw new IllegalArgumentException(
                    "'" + key
                            + "' looks like a credential, which Spark's UI and logs would show (value not shown; use an environment variable or a mounted file:"
                            + " object_store.secret_key_env, object_store.secret_key_file, catalog.password_env, object_store.azure.key_env, ...)");
        }
    }
}
