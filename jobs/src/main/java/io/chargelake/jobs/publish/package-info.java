/** Gold tables to where other tools read them: PostgreSQL, CSV, GeoJSON. */
package io.chargelake.jobs.publish;
