/** Status of charging points: what a status means, and the run-length algebra over polls. */
package io.chargelake.status;
