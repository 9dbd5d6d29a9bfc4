package io.chargelake.jobs.publish.postgres;

import io.chargelake.text.Suggestions;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a database is, without a password.
 *
 * @param shown host and database, for messages
 * @param jdbc as the driver takes it
 */
public record DatabaseAddress(String shown, String jdbc, Optional<String> user) {
    private static final Pattern FORM =
            Pattern.compile("(?:jdbc:)?postgres(?:ql)?://(?:([^/@]*)@)?([^/?@]*)/([^/?]+)(?:\\?(.*))?");
    /** Nothing that names classes or files to be written. */
    private static final Set<String> PARAMETERS = Set.of(
            "user",
            "sslmode",
            "sslrootcert",
            "sslcert",
            "sslkey",
            "channelBinding",
            "connectTimeout",
            "socketTimeout",
            "targetServerType");

    private static final String EXAMPLE = "postgresql://user@host:5432/database?sslmode=verify-full";

    /** Reads {@code postgresql://} and {@code jdbc:postgresql://}. What is wrong is told without repeating it: it may hold a password. */
    public static DatabaseAddress parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "is no address of a database (value not shown; such as " + EXAMPLE + ")");
        }
        String login = Optional.ofNullable(form.group(1)).orElse("");
        String[] parameters = Optional.ofNullable(form.group(4)).orElse("").split("&");
        if (login.contains(":") || Arrays.stream(parameters).anyMatch(DatabaseAddress::isPassword)) {
            throw new IllegalArgumentException(
                    "holds a password, which others see in the list of processes (value not shown; give the place it is kept at by --password)");
        }
        Arrays.stream(parameters).forEach(DatabaseAddress::requireKnown);
        String host = form.group(2).isEmpty() ? "localhost" : form.group(2);
        Optional<String> user = Optional.of(login)
                .filter(name -> !name.isEmpty())
                .or(() -> value(parameters, "user"))
                .map(name -> URLDecoder.decode(name, StandardCharsets.UTF_8));
        String rest = String.join(
                "&",
                Arrays.stream(parameters).filter(p -> !p.startsWith("user=")).toList());
        return new DatabaseAddress(
                host + "/" + form.group(3),
                "jdbc:postgresql://" + host + "/" + form.group(3) + (rest.isEmpty() ? "" : "?" + rest),
                user);
    }

    /** Whether rows would go over a network, and nobody said how they are kept from others' eyes. */
    public boolean leavesEncryptionOpen() {
        String host = shown.replaceFirst("(:\\d+)?/.*", "");
        return !jdbc.contains("sslmode=")
                && !host.equals("localhost")
                && !host.startsWith("127.")
                && !host.equals("[::1]");
    }

    private static boolean isPassword(String parameter) {
        return parameter.toLowerCase(Locale.ROOT).matches(".*pass.*=.*");
    }

    private static void requireKnown(String parameter) {
        String name = parameter.replaceFirst("=.*", "");
        if (!name.isEmpty() && !PARAMETERS.contains(name)) {
            throw new IllegalArgumentException("has an unknown parameter '" + name + "'"
                    + Suggestions.closest(name, PARAMETERS)
                            .map(near -> ", did you mean " + near + "?")
                            .orElse("")
                    + " (allowed: "
                    + String.join(", ", PARAMETERS.stream().sorted().toList()) + ")");
        }
    }

    private static Optional<String> value(String[] parameters, String name) {
        return Arrays.stream(parameters)
                .filter(p -> p.startsWith(name + "="))
                .map(p -> p.substring(name.length() + 1))
                .findFirst();
    }
}
