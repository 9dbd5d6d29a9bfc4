package io.chargelake.vehicle;

import java.io.Serializable;

/**
 * The business definitions, in {@link Micro} units.
 *
 * @param mergeGap how long charges of one session lie apart at most
 * @param mergeSoc how far apart the state of charge of two charges may be within a session
 * @param tripStop how long drives of one trip lie apart at most
 * @param agreeSoc how far apart the state of charge of neighbours may be where nothing is amiss
 */
public record SessionLimits(long mergeGap, long mergeSoc, long tripStop, long agreeSoc) implements Serializable {
    public static final SessionLimits DEFAULTS =
            new SessionLimits(600 * Micro.ONE, 2 * Micro.ONE, 900 * Micro.ONE, 5 * Micro.ONE);

    public SessionLimits {
        if (mergeGap < 0 || mergeSoc < 0 || tripStop < 0 || agreeSoc < 0) {
            throw new IllegalArgumentException("Cannot use these limits: one is below 0 (gap " + mergeGap + ", SOC "
                    + mergeSoc + ", stop " + tripStop + ", agreement " + agreeSoc + ", in millionths)");
        }
    }
}
