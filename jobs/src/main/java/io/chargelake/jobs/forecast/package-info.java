/** Forecasts: features, models and how good they are. */
package io.chargelake.jobs.forecast;
