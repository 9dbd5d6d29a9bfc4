/** Rules that data must keep, evaluated in the pass that reads it. */
package io.chargelake.jobs.quality;
