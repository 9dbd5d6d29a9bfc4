/** Registers of charging stations: what their words mean, and what can't be true of a station. */
package io.chargelake.station;
