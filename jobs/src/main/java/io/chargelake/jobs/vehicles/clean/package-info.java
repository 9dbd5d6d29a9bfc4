/** Reading raw drives, charges and vehicles whatever they are written in, and what may be wrong with them. */
package io.chargelake.jobs.vehicles.clean;
