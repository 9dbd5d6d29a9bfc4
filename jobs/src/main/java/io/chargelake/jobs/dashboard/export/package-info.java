/** The dashboard as one file. */
package io.chargelake.jobs.dashboard.export;
