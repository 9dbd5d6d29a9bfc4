package io.chargelake.privacy.request;

import java.time.LocalDate;
import java.util.Objects;

/**
 * What was agreed with whom.
 *
 * @param expires the last day on which the request may be answered
 * @param retentionDays after which the recipient deletes what was delivered
 */
public record Terms(String recipient, String purpose, LocalDate expires, int retentionDays) {
    public static final int DEFAULT_RETENTION_DAYS = 365;

    public Terms {
        Words.requireLine("recipient", recipient);
        Words.requireLine("purpose", purpose);
        Objects.requireNonNull(expires);
        if (retentionDays < 1 || retentionDays > 3650) {
            throw new IllegalArgumentException(
                    "retention_days is out of range (" + retentionDays + ", allowed: 1 to 3650)");
        }
    }
}
