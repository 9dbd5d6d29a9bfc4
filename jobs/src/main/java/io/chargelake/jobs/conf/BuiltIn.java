package io.chargelake.jobs.conf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Files of {@code conf/} that the jar brings along. */
public final class BuiltIn {

    public static Optional<String> text(String name) {
        try (InputStream in = BuiltIn.class.getResourceAsStream("/conf/" + name)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private BuiltIn() {}
}
