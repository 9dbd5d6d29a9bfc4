/**
 * Exact methods on the arrays of one site. Charging alone is a flow from stays to slots, in whole {@link
 * io.chargelake.energy.solve.Nano} units; where vehicles give energy back, a linear program
 * solved from within plans them, and their exact answers to its prices prove how good that is.
 */
package io.chargelake.energy.solve;
