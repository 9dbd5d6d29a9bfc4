/** The fleet that is computed while one looks at it. */
package io.chargelake.jobs.dashboard.fleet;
