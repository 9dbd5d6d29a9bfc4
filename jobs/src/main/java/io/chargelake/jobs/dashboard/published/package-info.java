/** What the lake publishes, told by the tables' own logs: files of a version, and the records of runs. */
package io.chargelake.jobs.dashboard.published;
