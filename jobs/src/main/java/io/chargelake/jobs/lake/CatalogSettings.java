package io.chargelake.jobs.lake;

import java.util.Optional;

/** The Iceberg catalog. A hadoop catalog is safe on a local disk only: renames on object stores are not atomic. */
public record CatalogSettings(
        Type type,
        Optional<String> uri,
        Optional<String> user,
        Optional<SecretRef> password,
        Optional<String> warehouse) {
    /** The kinds of catalog that are supported. */
    public enum Type {
        HADOOP,
        JDBC,
        REST
    }

    public CatalogSettings {
        if (type != Type.HADOOP && uri.isEmpty()) {
            throw new IllegalArgumentException(
                    "catalog has no uri (a jdbc or rest catalog is reached by one; add catalog.uri)");
        }
        if (uri.filter(CatalogSettings::holdsCredential).isPresent()) {
            throw new IllegalArgumentException(
                    "catalog.uri holds a credential (value not shown; use catalog.user with catalog.password_env or catalog.password_file)");
        }
    }

    private static boolean holdsCredential(String uri) {
        return Credentials.named(uri) || uri.matches(".*//[^/]*:.*@.*");
    }
}
