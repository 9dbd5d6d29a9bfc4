package io.chargelake.profile;

import java.util.List;
import java.util.Optional;

/**
 * What is known of one column.
 *
 * @param stored the types it is stored with
 * @param readsAs what its values are, whatever they are stored with
 * @param summary empty where there is nothing to sum up, or where it would show someone
 * @param top the commonest values; none where they would show someone
 */
public record ColumnProfile(
        String name,
        String stored,
        String readsAs,
        Missing missing,
        Variety variety,
        Optional<Summary> summary,
        List<TopValue> top,
        Spelling spelling,
        Suspicions suspicions,
        Usability usability) {

    /** Of the values that could be there: nulls, blanks, words for nothing, and what is given. */
    public record Missing(long expected, long nulls, long blanks, long words, long given) {
        public double share() {
            return expected == 0 ? 0 : 1 - (double) given / expected;
        }
    }

    /** @param isPersonal whether values name someone: then none is shown */
    public record Variety(long distinct, boolean isExact, boolean isUnique, long repeats, boolean isPersonal) {}

    /** Texts that are not as they should be. */
    public record Spelling(long mojibake, long repairable, long undecodable, long padded) {}

    public record Suspicions(Optional<Suspicion> unit, Optional<Suspicion> zone) {}

    /** The values' bounds and how they lie between them. */
    public sealed interface Summary {}

    public record Numbers(
            double min,
            double max,
            long zeros,
            long negatives,
            Optional<Quantiles> quantiles,
            Optional<Histogram> histogram)
            implements Summary {}

    /** In seconds since 1970; {@code hours} counts the hours of the day as written. */
    public record Times(double min, double max, Optional<Quantiles> quantiles, List<Long> hours, String dates)
            implements Summary {}

    public record Texts(String min, String max, int shortest, int longest) implements Summary {}
}
