/** Polls to runs, sessions and hours: polls are encoded where they are read, and only runs are shuffled. */
package io.chargelake.jobs.status.occupancy;
