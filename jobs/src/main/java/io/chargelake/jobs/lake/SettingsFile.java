package io.chargelake.jobs.lake;

import io.chargelake.jobs.lake.S3Settings.Addressing;
import io.chargelake.jobs.lake.S3Settings.Login;
import io.chargelake.privacy.cell.CellSettings;
import io.chargelake.privacy.cell.ContributorKind;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The configuration file's keys, each named once, and their defaults. */
final class SettingsFile {
    private static final String DEFAULT_ZONE = "Europe/Berlin";
    /** With a delta of a millionth, an epsilon of 4. */
    private static final double NOISE_BUDGET_RHO = 0.25;

    private SettingsFile() {}

    static Settings read(Path file) {
        return parse(file.toString(), YamlReader.text(file, "; change --config"));
    }

    static Settings parse(String name, String yaml) {
        YamlSection root = new YamlReader(name).read(yaml);
        ZoneId zone =
                ZoneId.of(root.oneOf("zone", ZoneId.getAvailableZoneIds(), "an IANA time zone such as Europe/Berlin")
                        .orElse(DEFAULT_ZONE));
        String master = root.text("master").orElse("local[*]");
        Optional<String> lake = root.text("lake");
        Optional<String> format = root.oneOf("table_format", List.of("delta", "iceberg"), "delta or iceberg");
        YamlSection stores = root.section("object_store").orElse(empty(name, "object_store."));
        YamlSection limits = root.section("limits").orElse(empty(name, "limits."));
        YamlSection privacy = root.section("privacy").orElse(empty(name, "privacy."));
        Optional<YamlSection> catalog = root.section("catalog");
        Optional<YamlSection> spark = root.section("spark");
        return root.build(() -> new Settings(
                zone,
                master,
                lake,
                format,
                objectStore(stores),
                catalog.map(SettingsFile::catalog),
                limits(limits),
                privacy(privacy),
                spark.map(YamlSection::everything).orElse(Map.of())));
    }

    private static YamlSection empty(String file, String path) {
        return new YamlSection(file, path, 1, Map.of());
    }

    private static ObjectStoreSettings objectStore(YamlSection section) {
        Optional<URI> endpoint = section.value("endpoint", URI::create, "an address such as https://store:9000");
        Optional<String> region = section.text("region");
        Addressing addressing = section.flag("path_style")
                .or(() -> endpoint.map(given -> true))
                .map(path -> path ? Addressing.PATH : Addressing.VIRTUAL_HOST)
                .orElse(Addressing.VIRTUAL_HOST);
        Login login = login(section);
        Optional<YamlSection> gcs = section.section("gcs");
        Optional<YamlSection> azure = section.section("azure");
        return section.build(() -> new ObjectStoreSettings(
                new S3Settings(endpoint, region, addressing, login),
                gcs.flatMap(SettingsFile::gcsKeyFile),
                azure.map(SettingsFile::azure)));
    }

    private static Login login(YamlSection section) {
        Optional<SecretRef> accessKey = section.secret("access_key_env", "access_key_file");
        Optional<SecretRef> secretKey = section.secret("secret_key_env", "secret_key_file");
        boolean named = accessKey.isPresent() || secretKey.isPresent();
        if (section.flag("anonymous").orElse(false)) {
            section.require(!named, "anonymous excludes access and secret keys (keep one of them)");
            return new Login.Anonymous();
        }
        if (!named) {
            return new Login.Default();
        }
        return new Login.Keys(
                accessKey.orElse(SecretRef.env(ObjectStores.ACCESS_KEY_ENV)),
                secretKey.orElse(SecretRef.env(ObjectStores.SECRET_KEY_ENV)));
    }

    private static Optional<Path> gcsKeyFile(YamlSection gcs) {
        Optional<Path> keyFile = gcs.value("key_file", Path::of, "a path");
        return gcs.build(() -> keyFile);
    }

    private static AzureSettings azure(YamlSection azure) {
        Optional<String> account = azure.text("account");
        Optional<SecretRef> key = azure.secret("key_env", "key_file");
        return azure.build(() -> new AzureSettings(account.orElse(""), key));
    }

    private static CatalogSettings catalog(YamlSection section) {
        var type = section.oneOf("type", List.of("hadoop", "jdbc", "rest"), "hadoop, jdbc or rest");
        Optional<String> uri = section.text("uri");
        Optional<String> user = section.text("user");
        Optional<SecretRef> password = section.secret("password_env", "password_file");
        Optional<String> warehouse = section.text("warehouse");
        return section.build(() -> new CatalogSettings(
                type.map(name -> CatalogSettings.Type.valueOf(name.toUpperCase(Locale.ROOT)))
                        .orElseThrow(() ->
                                new IllegalArgumentException("catalog has no type (allowed: hadoop, jdbc, rest)")),
                uri,
                user,
                password,
                warehouse));
    }

    private static LimitSettings limits(YamlSection section) {
        double share = section.value("max_quarantined_share", Double::valueOf, "a number from 0 to 1")
                .orElse(0.05);
        OptionalInt partitions = section.value("shuffle_partitions", Integer::valueOf, "a whole number")
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
        return section.build(() -> new LimitSettings(share, partitions));
    }

    private static PrivacySettings privacy(YamlSection section) {
        CellSettings usual = CellSettings.DEFAULTS;
        Map<ContributorKind, Integer> least = new EnumMap<>(usual.least());
        for (ContributorKind kind : ContributorKind.values()) {
            whole(section, "least_" + kind.name().toLowerCase(Locale.ROOT) + "s")
                    .ifPresent(number -> least.put(kind, number));
        }
        int dominance = whole(section, "dominance_percent").orElse(usual.dominancePercent());
        int protection = whole(section, "protection_percent").orElse(usual.protectionPercent());
        int percentiles = whole(section, "least_for_percentiles").orElse(usual.leastForPercentiles());
        double budget =
                section.value("noise_budget_rho", Double::valueOf, "a number").orElse(NOISE_BUDGET_RHO);
        return section.build(
                () -> new PrivacySettings(new CellSettings(least, dominance, protection, percentiles), budget));
    }

    private static Optional<Integer> whole(YamlSection section, String key) {
        return section.value(key, Integer::valueOf, "a whole number");
    }
}
