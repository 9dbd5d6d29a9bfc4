/** The APIs that are polled: what is asked for, and how the answers to one poll make one object. */
package io.chargelake.jobs.collect.api;
