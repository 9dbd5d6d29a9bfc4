/** Answers to requests: files, headers, limits. */
package io.chargelake.jobs.dashboard.web;
