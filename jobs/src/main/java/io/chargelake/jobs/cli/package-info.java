/** The command line: the one place that knows all jobs. */
package io.chargelake.jobs.cli;
