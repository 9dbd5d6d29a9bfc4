/** Data files of tables written from primitive columns, for jobs that make too many rows to make an object of each. */
package io.chargelake.jobs.lake.files;
