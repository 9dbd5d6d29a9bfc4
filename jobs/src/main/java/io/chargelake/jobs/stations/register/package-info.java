/** Registers as their publishers write them, read to the columns of the canonical one. */
package io.chargelake.jobs.stations.register;
