/** Simulated vehicle lives: physically consistent drives and charges, the truth behind them, and known damage. */
package io.chargelake.generate.vehicle;
