/** Drives and charges of vehicles to trips, charge sessions and cycles. */
package io.chargelake.vehicle;
