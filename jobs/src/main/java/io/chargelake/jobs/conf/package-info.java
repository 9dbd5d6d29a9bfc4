/** Files of {@code conf/}: what they say, and those that the jar brings along. */
package io.chargelake.jobs.conf;
