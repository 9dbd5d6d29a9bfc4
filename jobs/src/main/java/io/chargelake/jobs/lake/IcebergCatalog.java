package io.chargelake.jobs.lake;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What an Iceberg catalog wants to know of the catalog that a configuration names. */
public final class IcebergCatalog {
    /** The namespace of the lake's tables. */
    public static final String NAMESPACE = "chargelake";
    /** The version of a table that nothing was written to. */
    public static final String EMPTY = "0";

    /** Without settings the catalog is the lake's folder itself, which is safe on a local disk only. */
    public static Map<String, String> properties(URI root, Optional<CatalogSettings> settings) {
        var properties = new LinkedHashMap<String, String>();
        String warehouse = Storage.plain(root).replaceAll("/$", "");
        properties.put("warehouse", settings.flatMap(CatalogSettings::warehouse).orElse(warehouse));
        CatalogSettings.Type type = settings.map(CatalogSettings::type).orElse(CatalogSettings.Type.HADOOP);
        properties.put("type", type.name().toLowerCase(Locale.ROOT));
        settings.flatMap(CatalogSettings::uri).ifPresent(uri -> properties.put("uri", uri));
        settings.flatMap(CatalogSettings::user).ifPresent(user -> properties.put(credential(type, "user"), user));
        settings.flatMap(CatalogSettings::password)
                .ifPresent(password -> properties.put(credential(type, "password"), password.read(System.getenv())));
        return properties;
    }

    /** A REST catalog takes an OAuth token, JDBC its driver's properties. */
    private static String credential(CatalogSettings.Type type, String name) {
        return type == CatalogSettings.Type.REST && name.equals("password") ? "token" : "jdbc." + name;
    }

    private IcebergCatalog() {}
}
