/** Simulated fleets at sites: who is plugged in when, behind which transformer, beside which load and sun. */
package io.chargelake.generate.fleet;
