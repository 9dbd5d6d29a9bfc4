package io.chargelake.privacy.table;

/** A cell can't be protected however many others are suppressed: nothing may be delivered. */
public final class UnprotectableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String cell;
    private final String reason;

    public UnprotectableException(String cell, String reason) {
        super("Cannot protect cell " + cell + ": " + reason);
        this.cell = cell;
        this.reason = reason;
    }

    /** The cell's key. */
    public String cell() {
        return cell;
    }

    /** Without the cell, which nobody who asks for an extract need know. */
    public String reason() {
        return reason;
    }
}
