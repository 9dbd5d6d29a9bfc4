package io.chargelake.status;

/**
 * From when on a pattern of statuses is worth a warning.
 *
 * @param gap_s longest step between two polls of a device that is no gap
 * @param longCharge_s longest charge that is plausible
 * @param steady_s from when on a status that does not change is told, for it to be compared with those of all other devices
 */
public record PatternTiming(int gap_s, int longCharge_s, int steady_s) {
    private static final int HOUR = 3600;
    private static final int INTERVALS_OF_A_GAP = 3;

    public PatternTiming {
        if (gap_s < 1 || longCharge_s < 1 || steady_s < 1) {
            throw new IllegalArgumentException("Cannot look for patterns: gap " + gap_s + " s, long charge "
                    + longCharge_s + " s, steady " + steady_s + " s (positive numbers are allowed)");
        }
    }

    /** A gap is three intervals, a long charge 72 hours, a frozen feed 24 hours. */
    public static PatternTiming ofInterval(int pollInterval_s) {
        return new PatternTiming(INTERVALS_OF_A_GAP * pollInterval_s, 72 * HOUR, 24 * HOUR);
    }
}
