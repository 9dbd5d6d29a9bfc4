/**
 * Exact methods on the arrays of one site. Charging alone is a flow from stays to slots, in whole {@link
 * io.chargelake.energy.solve.Nano} units; where vehicles give energy back, each answers prices exactly and a small linear
 * program mixes the answers.
 */
package io.chargelake.energy.solve;
