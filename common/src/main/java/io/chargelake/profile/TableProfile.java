package io.chargelake.profile;

import java.util.List;

/**
 * What is known of a table.
 *
 * @param sampledRows rows that quantiles and coherence are told by; all of them where {@code isWhole}
 */
public record TableProfile(
        String name,
        Rows rows,
        List<String> keys,
        List<String> nearKeys,
        List<Incoherence> incoherences,
        List<ColumnProfile> columns,
        List<String> notes) {

    /** @param broken lines that are no rows; they are in none of the other numbers */
    public record Rows(long all, long broken, long duplicates, boolean exactDuplicates, int sampled, boolean isWhole) {}

    /** @param share of the rows that can be held against it */
    public record Incoherence(String code, String sentence, double share, boolean isExact) {}

    public long count(Usability.Level level) {
        return columns.stream()
                .filter(column -> column.usability().level() == level)
                .count();
    }
}
