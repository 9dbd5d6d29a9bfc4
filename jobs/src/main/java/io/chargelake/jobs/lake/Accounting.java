package io.chargelake.jobs.lake;

/** Where each row that was read went. Always, exactly: read = accepted + quarantined + deduplicated. */
public record Accounting(long read, long accepted, long quarantined, long deduplicated) {
    public static final Accounting NONE = new Accounting(0, 0, 0, 0);

    public Accounting {
        if (read != accepted + quarantined + deduplicated) {
            throw new IllegalStateException("The row accounting does not close: read " + read + ", but accepted "
                    + accepted + " + quarantined " + quarantined + " + deduplicated " + deduplicated + " = "
                    + (accepted + quarantined + deduplicated));
        }
    }

    public Accounting plus(Accounting other) {
        return new Accounting(
                read + other.read,
                accepted + other.accepted,
                quarantined + other.quarantined,
                deduplicated + other.deduplicated);
    }

    public double quarantinedShare() {
        return read == 0 ? 0 : (double) quarantined / read;
    }
}
