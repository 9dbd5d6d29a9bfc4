package io.chargelake.privacy.table;

/**
 * What a direction is searched for.
 *
 * @param target the node to move
 * @param sign 1 to raise it, -1 to lower it
 * @param forward how far every node must be able to move along the direction
 * @param backward how far against it; with more than 0, one direction proves both bounds
 */
record Demand(int target, int sign, long forward, long backward) {
    /** The room below a node's value that moving it by {@code move} takes. */
    long roomFor(int move) {
        return move < 0 ? Math.multiplyExact(-move, forward) : Math.multiplyExact(move, backward);
    }
}
