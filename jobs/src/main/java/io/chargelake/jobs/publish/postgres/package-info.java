/** Tables of the lake as tables of PostgreSQL. */
package io.chargelake.jobs.publish.postgres;
