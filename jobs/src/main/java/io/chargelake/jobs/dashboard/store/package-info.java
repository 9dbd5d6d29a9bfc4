/** Published tables in an embedded database, one snapshot after the other. */
package io.chargelake.jobs.dashboard.store;
