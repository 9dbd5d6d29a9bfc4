package io.chargelake.privacy.table;

/** What may still become of a cell. */
public enum Fate {
    /** Published unless it has to protect another. */
    OPEN,
    /** Known to the recipients already, so that suppressing it would protect nothing. */
    PUBLISHED,
    /** Unsafe by itself: never published. */
    UNSAFE,
    /** Not published, and nothing depends on it; what is left of an earlier delivery's complementary suppression. */
    HIDDEN
}
