/** Forecasts of hourly series: what they are learnt from, the models, and how good they are. */
package io.chargelake.forecast;
