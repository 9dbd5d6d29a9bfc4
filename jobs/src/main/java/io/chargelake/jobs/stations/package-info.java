/** Charging stations: registers, figures about the network, gaps in it, and sites for more. */
package io.chargelake.jobs.stations;
