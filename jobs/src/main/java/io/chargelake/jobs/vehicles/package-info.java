/** Raw drives and charges of vehicles to clean tables. */
package io.chargelake.jobs.vehicles;
