/** What each page asks of a snapshot, and how a figure is made. */
package io.chargelake.jobs.dashboard.pages;
