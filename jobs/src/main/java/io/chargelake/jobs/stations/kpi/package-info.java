/** Figures about the network of charging stations. */
package io.chargelake.jobs.stations.kpi;
