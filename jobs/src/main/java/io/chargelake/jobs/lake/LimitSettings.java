package io.chargelake.jobs.lake;

import java.util.OptionalInt;

/** Bounds of a run: the share of input rows that may be quarantined before nothing is published, and how many parts a shuffle has. */
public record LimitSettings(double maxQuarantinedShare, OptionalInt shufflePartitions) {
    public LimitSettings {
        if (!(maxQuarantinedShare >= 0 && maxQuarantinedShare <= 1)) {
            throw new IllegalArgumentException(
                    "limits.max_quarantined_share is not a share ('" + maxQuarantinedShare + "', allowed: 0 to 1)");
        }
        if (shufflePartitions.isPresent() && shufflePartitions.getAsInt() < 1) {
            throw new IllegalArgumentException("limits.shuffle_partitions is not positive ('"
                    + shufflePartitions.getAsInt() + "', allowed: 1 or more)");
        }
    }
}
