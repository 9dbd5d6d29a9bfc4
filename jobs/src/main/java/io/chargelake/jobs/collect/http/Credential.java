package io.chargelake.jobs.collect.http;

import io.chargelake.jobs.lake.SecretRef;
import io.chargelake.jobs.lake.UserError;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A token for one server, named by where it is found and read for each request, so that a changed file is seen. It goes to the scheme,
 * host and port it is for and nowhere else.
 */
public final class Credential {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /** How OCPI wants the token: 2.2.1 in Base64, many servers of older versions as it is. */
    public enum Encoding {
        base64,
        plain
    }

    private final SecretRef token;
    private final Encoding encoding;
    private final URI server;
    private final Map<String, String> environment;

    public Credential(SecretRef token, Encoding encoding, URI server, Map<String, String> environment) {
        if (!"https".equals(server.getScheme()) && !LOOPBACK.contains(server.getHost())) {
            throw UserError.usage("Cannot send a token to " + server.getHost()
                    + ": the connection is not encrypted (--url begins with http; https is allowed)");
        }
        this.token = token;
        this.encoding = encoding;
        this.server = server;
        this.environment = environment;
        read();
    }

    /** The header's value for a request there; none for another server. */
    Optional<String> header(URI to) {
        return origin(to).equals(origin(server)) ? Optional.of("Token " + encoded(read())) : Optional.empty();
    }

    private String read() {
        String read = token.read(environment);
        if (!read.matches("[\\x21-\\x7E]+")) {
            throw UserError.usage("Cannot use the token of " + token
                    + ": it has spaces or signs that no header takes (value not shown; printable ASCII is allowed)");
        }
        return read;
    }

    private String encoded(String read) {
        return encoding == Encoding.plain
                ? read
                : Base64.getEncoder().encodeToString(read.getBytes(StandardCharsets.UTF_8));
    }

    static String origin(URI uri) {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        int port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
        return scheme + "://" + String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT) + ":" + port;
    }
}
