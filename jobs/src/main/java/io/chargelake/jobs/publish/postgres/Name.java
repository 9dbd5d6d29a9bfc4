package io.chargelake.jobs.publish.postgres;

import io.chargelake.jobs.tables.Col;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** Names as PostgreSQL takes them: it would cut one of more than 63 bytes, and two that begin alike would become the same. */
final class Name {
    static final int LONGEST = 63;
    private static final int HASH = 8;

    static String quoted(String name) {
        return "\"" + fit(name, LONGEST).replace("\"", "\"\"") + "\"";
    }

    static String quoted(Collection<String> names) {
        return names.stream().map(Name::quoted).collect(Collectors.joining(", "));
    }

    static String of(String schema, String name) {
        return quoted(schema) + "." + quoted(name);
    }

    /** As the database keeps it. */
    static String stored(Col col) {
        return fit(col.name(), LONGEST);
    }

    /** The name itself, or its beginning and a hash of all of it. */
    static String fit(String name, int bytes) {
        if (length(name) <= bytes) {
            return name;
        }
        int[] letters = name.codePoints().toArray();
        int kept = letters.length;
        while (length(new String(letters, 0, kept)) > bytes - HASH - 1) {
            kept--;
        }
        return new String(letters, 0, kept) + "_" + hash(name);
    }

    /** A few letters that stand for a text. */
    static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, HASH / 2);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** A text as a literal of SQL. */
    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static int length(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }

    private Name() {}
}
