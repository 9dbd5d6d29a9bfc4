/** Generates a register of charging stations, with known damage and the truth beside it. */
package io.chargelake.jobs.generate.stations;
