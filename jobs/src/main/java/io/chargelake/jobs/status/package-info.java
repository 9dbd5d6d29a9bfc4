/** Status of charging points: raw polls to facts and dimensions. */
package io.chargelake.jobs.status;
