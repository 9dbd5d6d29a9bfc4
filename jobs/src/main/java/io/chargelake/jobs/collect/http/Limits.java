package io.chargelake.jobs.collect.http;

import io.chargelake.jobs.lake.UserError;
import java.time.Duration;

/**
 * What one answer may take.
 *
 * @param connect until there is a connection
 * @param answer from the request to the last byte
 */
public record Limits(Duration connect, Duration answer, long maxBytes) {
    public Limits {
        if (connect.isZero() || answer.isZero()) {
            throw UserError.usage(
                    "Cannot ask a server: --connect-timeout or --answer-timeout is 0 (1s or more is allowed)");
        }
        if (maxBytes < 1) {
            throw UserError.usage("Cannot ask a server: --max-answer is less than 1 MB");
        }
    }
}
