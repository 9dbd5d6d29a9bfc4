/** Charging plans of fleets: what vehicles, sites and tariffs are given becomes plans, loads, figures and power quality. */
package io.chargelake.jobs.fleet;
