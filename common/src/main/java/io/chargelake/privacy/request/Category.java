package io.chargelake.privacy.request;

/**
 * A text with few values that many records share: figures may be grouped by it and records chosen by it.
 *
 * @param most different values that are expected, to tell how many cells a request makes
 */
public record Category(String name, String meaning, int most) implements ListedColumn {
    public Category {
        if (most < 1) {
            throw new IllegalArgumentException("Cannot list " + name + ": it has no values");
        }
    }
}
