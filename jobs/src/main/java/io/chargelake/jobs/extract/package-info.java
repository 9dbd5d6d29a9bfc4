/** Extracts for partners: which table lets out what, and the request files. */
package io.chargelake.jobs.extract;
