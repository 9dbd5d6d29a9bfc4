/** Synthetic worlds at any scale, with a known share of damage and the truth beside them. */
package io.chargelake.jobs.generate;
