/** Generates fleets for the optimiser: stays of vehicles at sites, the sites, and their load and sun by the slot. */
package io.chargelake.jobs.generate.fleet;
