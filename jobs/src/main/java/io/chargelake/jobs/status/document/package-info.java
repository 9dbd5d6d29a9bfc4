/** Raw answers of charging-point APIs, JSON: one document a poll, parsed in tasks. */
package io.chargelake.jobs.status.document;
