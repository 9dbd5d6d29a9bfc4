package io.chargelake.privacy.table;

/** A cell can't be protected however many others are suppressed: nothing may be delivered. */
public final class UnprotectableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String cell;

    UnprotectableException(String cell, String reason) {
        super("Cannot protect cell " + cell + ": " + reason);
        this.cell = cell;
    }

    /** The cell's key. */
    public String cell() {
        return cell;
    }
}
