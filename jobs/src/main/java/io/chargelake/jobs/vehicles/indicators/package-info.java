/** Figures about trips, charge sessions and cycles, and the questions they answer. */
package io.chargelake.jobs.vehicles.indicators;
