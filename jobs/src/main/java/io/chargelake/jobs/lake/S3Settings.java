package io.chargelake.jobs.lake;

import java.net.URI;
import java.util.Optional;

/** How an S3 store is reached. Without an endpoint it is Amazon's own. */
public record S3Settings(Optional<URI> endpoint, Optional<String> region, Addressing addressing, Login login) {
    /** Whether the bucket is the first part of the path or of the host name. */
    public enum Addressing {
        PATH,
        VIRTUAL_HOST
    }

    /** Who we are for the store. */
    public sealed interface Login {
        /** Nobody: public buckets. */
        record Anonymous() implements Login {}

        /** The keys found at two named places. */
        record Keys(SecretRef accessKey, SecretRef secretKey) implements Login {}

        /** Chargelake's own two environment variables if set, else what AWS looks for (profile, web identity, instance role). */
        record Default() implements Login {}
    }

    public S3Settings {
        endpoint.ifPresent(S3Settings::requireEndpoint);
    }

    private static void requireEndpoint(URI endpoint) {
        boolean web = "http".equals(endpoint.getScheme()) || "https".equals(endpoint.getScheme());
        boolean bare = endpoint.getUserInfo() == null
                && endpoint.getQuery() == null
                && (endpoint.getPath() == null || endpoint.getPath().matches("/?"));
        if (!web || endpoint.getHost() == null || !bare) {
            throw new IllegalArgumentException(
                    "endpoint is no address of a store (value not shown; allowed: http://host:port or https://host, without user, path or query)");
        }
    }
}
