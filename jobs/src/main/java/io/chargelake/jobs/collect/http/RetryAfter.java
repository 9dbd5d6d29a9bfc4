package io.chargelake.jobs.collect.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The header of that name: seconds, or a date as HTTP writes it. What is neither is no wish. */
final class RetryAfter {
    /** No server is left alone for longer: a date in a wrong year would end the collecting. */
    static final Duration LONGEST = Duration.ofHours(1);

    static Optional<Duration> parse(String header, Instant now) {
        String text = header.strip();
        return (text.matches("\\d{1,9}") ? Optional.of(Duration.ofSeconds(Long.parseLong(text))) : until(text, now))
                .map(wait -> wait.compareTo(LONGEST) > 0 ? LONGEST : wait)
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
    }

    private static Optional<Duration> until(String date, Instant now) {
        try {
            return Optional.of(Duration.between(
                    now,
                    ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private RetryAfter() {}
}
