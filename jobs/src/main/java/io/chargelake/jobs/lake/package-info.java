/** The lake: where tables are kept, how they are reached, and what a run leaves behind. */
package io.chargelake.jobs.lake;
