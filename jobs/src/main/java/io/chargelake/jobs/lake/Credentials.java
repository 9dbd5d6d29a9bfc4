package io.chargelake.jobs.lake;

import java.util.regex.Pattern;

/** Recognises what would put a credential in a configuration, where the UI, event logs and plans would show it. */
final class Credentials {
    private static final Pattern NAME = Pattern.compile(
            "secret|passw|access[._-]?key|token|account[._-]?key|sas[._-]?key", Pattern.CASE_INSENSITIVE);
    /** These hold names of Kubernetes secrets and where to mount them, never a secret; they are the right way. */
    private static final Pattern KUBERNETES_NAMES =
            Pattern.compile("spark\\.kubernetes\\.(driver|executor)\\.(secrets|secretKeyRef)\\..+");

    private Credentials() {}

    static boolean named(String text) {
        return NAME.matcher(text).find();
    }

    /** Whether a Spark setting would carry a credential: by its key, or by a {@code key=value} inside its value (Java options). */
    static boolean carriedBy(String key, String value) {
        if (KUBERNETES_NAMES.matcher(key).matches()) {
            return false;
        }
        return named(key) || (value.contains("=") && named(value));
    }
}
