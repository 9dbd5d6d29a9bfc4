/** One answer of a server: asked for within bounds of time, size and redirects, kept on disk until it is stored. */
package io.chargelake.jobs.collect.http;
