/** Simulated registers of charging stations: three countries, growth over the years, and known damage. */
package io.chargelake.generate.station;
