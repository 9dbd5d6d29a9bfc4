package io.chargelake.privacy.detect;

/** Knows one kind of value that tells who or where somebody is. Its cost grows with the length of the value and not faster. */
public interface Detector {

    /** Stable and snake_case. */
    String code();

    /** What it finds, in the plural. */
    String meaning();

    boolean finds(String value);

    /**
     * The share of a column's records from which on a find is one. Shapes that ordinary words have too need more than a few; for all others a single find is one
     * too many.
     */
    default double leastShare() {
        return 0;
    }
}
