package io.chargelake.privacy.table;

/** A cell whose value can be worked out too well, or of which that can't be ruled out. */
public record Breach(String cell, Reason reason) {
    /** What the audit found. */
    public enum Reason {
        KNOWN("the recipients know it from an earlier delivery"),
        PUBLISHED("it is unsafe and published"),
        NARROW("published sums bound it too closely"),
        UNPROVEN("too many suppressed cells hang together to work out its bounds");

        private final String meaning;

        Reason(String meaning) {
            this.meaning = meaning;
        }

        public String meaning() {
            return meaning;
        }
    }
}
