/** Drives and charges to trips, charge sessions and cycles. */
package io.chargelake.jobs.vehicles.sessions;
