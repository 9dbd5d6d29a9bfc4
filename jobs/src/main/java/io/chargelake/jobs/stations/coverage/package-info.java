/** Where chargers are missing, and where they should be built next. */
package io.chargelake.jobs.stations.coverage;
