/** What charging does to the grid: voltages along a feeder, transformers, harmonics, power factor, unbalance, frequency. */
package io.chargelake.energy.grid;
