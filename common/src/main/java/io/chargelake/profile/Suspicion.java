package io.chargelake.profile;

/** What values seem to be in, a unit or a zone, and what speaks for it. */
public record Suspicion(String what, Strength strength, String because) {

    /** Values are not all in one unit, or not all of one zone. */
    public static final String MIXED = "mixed";

    public enum Strength {
        CERTAIN,
        LIKELY,
        /** Assumed, as nothing tells. */
        DOUBTFUL
    }

    static Suspicion certain(String what, String because) {
        return new Suspicion(what, Strength.CERTAIN, because);
    }

    static Suspicion likely(String what, String because) {
        return new Suspicion(what, Strength.LIKELY, because);
    }

    static Suspicion doubtful(String what, String because) {
        return new Suspicion(what, Strength.DOUBTFUL, because);
    }

    public boolean isDoubtful() {
        return strength == Strength.DOUBTFUL;
    }
}
