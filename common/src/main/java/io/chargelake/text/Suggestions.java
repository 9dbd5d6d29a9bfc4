package io.chargelake.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * What a person may have meant by a word that isn't allowed, so that a message can say it.
 *
 * <p>Cost: the product of the lengths for each allowed word; meant for lists of some hundreds.
 */
public final class Suggestions {
    private Suggestions() {}

    /** The allowed word nearest to the typed one, if it is near enough to be a slip; of equally near ones the first in the alphabet. */
    public static Optional<String> closest(String typed, Collection<String> allowed) {
        String word = typed.toLowerCase(Locale.ROOT);
        return allowed.stream()
                .map(candidate -> new Scored(candidate, score(word, candidate.toLowerCase(Locale.ROOT))))
                .filter(scored -> scored.edits <= tolerated(word))
                .min(Comparator.comparingInt(Scored::edits).thenComparing(Scored::candidate))
                .map(Scored::candidate);
    }

    /** A third of the letters may be wrong, and a slip of one or two always. */
    private static int tolerated(String word) {
        return word.length() <= 2 ? 1 : Math.max(2, word.length() / 3);
    }

    /** A word cut short or continued counts as one slip: {@code secret_key} is meant as {@code secret_key_env}. */
    private static int score(String word, String candidate) {
        boolean continued = word.length() > 2 && (candidate.startsWith(word) || word.startsWith(candidate));
        return Math.min(edits(word, candidate), continued && !candidate.isEmpty() ? 2 : Integer.MAX_VALUE);
    }

    /** Letters to insert, delete, replace or swap with their neighbour (optimal string alignment). */
    static int edits(String a, String b) {
        int[] beforePrevious = new int[b.length() + 1];
        int[] previous = new int[b.length() + 1];
        int[] current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
                if (swapped(a, i, b, j)) {
                    current[j] = Math.min(current[j], beforePrevious[j - 2] + 1);
                }
            }
            int[] free = beforePrevious;
            beforePrevious = previous;
            previous = current;
            current = free;
        }
        return previous[b.length()];
    }

    private static boolean swapped(String a, int i, String b, int j) {
        return i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    }

    private record Scored(String candidate, int edits) {}
}
