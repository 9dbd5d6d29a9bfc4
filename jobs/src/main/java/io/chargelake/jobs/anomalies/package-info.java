/** Devices and feeds that fail without saying so. */
package io.chargelake.jobs.anomalies;
