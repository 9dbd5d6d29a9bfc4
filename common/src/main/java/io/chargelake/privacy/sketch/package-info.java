/** How many contributors a difference of sums depends on, told from small linear sketches. */
package io.chargelake.privacy.sketch;
