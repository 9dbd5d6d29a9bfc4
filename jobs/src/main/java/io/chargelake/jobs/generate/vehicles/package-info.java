/** Generates drives and charges of a vehicle fleet, with known damage and the truth beside them. */
package io.chargelake.jobs.generate.vehicles;
