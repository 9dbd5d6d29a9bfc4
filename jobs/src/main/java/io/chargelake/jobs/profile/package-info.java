/** The job {@code profile}: what is in a raw or clean table, before anyone builds on it. */
package io.chargelake.jobs.profile;
