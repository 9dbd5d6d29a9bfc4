/** Columns of Parquet files, page by page, as primitive values: for jobs that need a few columns of very many rows. */
package io.chargelake.jobs.raw.pages;
