package io.chargelake.jobs.lake;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Where a secret is found: an environment variable or a mounted file. Only this name travels in the configuration, to the executors and into logs; the
 * secret itself is read where it is used, each time, so that a rotated file is seen.
 */
public record SecretRef(Source source, String name) implements Serializable {
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    /** What AWS key ids look like: a key pasted in place of a variable's name must not reach a message. */
    private static final Pattern AWS_KEY_ID = Pattern.compile("A[A-Z]{3}[A-Z0-9]{16}");

    /** The two places; the lower-case name is the prefix of the written form. */
    public enum Source {
        ENV,
        FILE
    }

    public SecretRef {
        boolean plausible = source == Source.ENV
                ? VARIABLE.matcher(name).matches() && !AWS_KEY_ID.matcher(name).matches()
                : name.startsWith("/");
        if (!plausible) {
            throw new IllegalArgumentException(
                    source == Source.ENV
                            ? "is not the name of an environment variable (value not shown; letters, digits and _ are allowed, never the secret itself)"
                            : "is not an absolute path (value not shown; it names a mounted file, never the secret itself)");
        }
    }

    public static SecretRef env(String variable) {
        return new SecretRef(Source.ENV, variable);
    }

    public static SecretRef file(String path) {
        return new SecretRef(Source.FILE, path);
    }

    /** Reads {@code env:NAME} or {@code file:/path}, as {@link #toString} writes it. */
    public static SecretRef parse(String written) {
        if (written.startsWith("env:")) {
            return env(written.substring(4));
        }
        if (written.startsWith("file:")) {
            return file(written.substring(5));
        }
        throw new IllegalArgumentException("is neither env:NAME nor file:/path (value not shown)");
    }

    /** The secret, without the line end that editors leave in files. */
    public String read(Map<String, String> environment) {
        String secret = source == Source.ENV ? environment.getOrDefault(name, "") : readFile();
        if (secret.isBlank()) {
            throw UserError.usage(
                    "Cannot read a credential: " + this + " is not set or empty (set it"
                            + " where the driver and the executors run, or name another variable or mounted file in the configuration)");
        }
        return secret.strip();
    }

    private String readFile() {
        try {
            return Files.readString(Path.of(name));
        } catch (IOException e) {
            throw new UserError(
                    ExitCode.USAGE,
                    "Cannot read a credential: " + this
                            + " can't be read (mount it where the driver and the executors run, or name another file in the configuration)",
                    e);
        }
    }

    @Override
    public String toString() {
        return (source == Source.ENV ? "env:" : "file:") + name;
    }
}
