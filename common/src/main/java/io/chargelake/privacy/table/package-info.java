/**
 * Which further cells must be suppressed so that nobody can work out an unsafe one from all published equations, and the
 * audit that says so independently.
 *
 * <p>Everything is put in deviations: how far a suppressed cell may be from its true value when all published ones stay
 * as they are. Constants cancel out, an equation becomes a sum of deviations that is 0, and the only bound left is that
 * of a cell that can't fall below its floor. So the true values are always feasible (all deviations 0) and a direction
 * that balances all equations is a proof of how wide an interval is.
 */
package io.chargelake.privacy.table;
