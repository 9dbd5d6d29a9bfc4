/** The local disk as Spark, Delta and Iceberg see it, through Hadoop. */
package io.chargelake.jobs.lake.disk;
