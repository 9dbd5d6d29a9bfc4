/** The dashboard: a web server that reads published tables without a session, and its page as one file. */
package io.chargelake.jobs.dashboard;
