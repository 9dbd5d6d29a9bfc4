package io.chargelake.jobs.publish.postgres;

import java.io.Serializable;
import java.util.Collection;

/**
 * What attempts of tasks brought into the staging table. A task may be tried again after its rows were taken: only the rows of attempts that are
 * named here count.
 */
record Copied(long[] attempts, long rows, long mendedTexts) implements Serializable {
    static final Copied NOTHING = new Copied(new long[0], 0, 0);

    static Copied all(Collection<Copied> parts) {
        return new Copied(
                parts.stream()
                        .flatMapToLong(part -> java.util.Arrays.stream(part.attempts))
                        .toArray(),
                parts.stream().mapToLong(Copied::rows).sum(),
                parts.stream().mapToLong(Copied::mendedTexts).sum());
    }

    /** For {@code = ANY (?)}. */
    Long[] boxedAttempts() {
        return java.util.Arrays.stream(attempts).boxed().toArray(Long[]::new);
    }
}
