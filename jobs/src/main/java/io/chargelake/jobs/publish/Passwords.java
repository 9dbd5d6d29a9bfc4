package io.chargelake.jobs.publish;

import io.chargelake.jobs.lake.SecretRef;
import java.util.Map;
import java.util.Optional;

/** Where the database's password is looked for. */
final class Passwords {
    static final String VARIABLE = "CHARGELAKE_POSTGRES_PASSWORD";

    /** Empty where PostgreSQL's password file decides. */
    static Optional<SecretRef> place(Optional<SecretRef> asked, Map<String, String> environment) {
        return asked.or(() -> Optional.of(SecretRef.env(VARIABLE)).filter(ref -> environment.containsKey(VARIABLE)));
    }

    private Passwords() {}
}
