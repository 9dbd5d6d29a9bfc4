/** Generated fleets as clean tables, and an independent computation to hold results against. */
package io.chargelake.jobs.vehicles.testing;
