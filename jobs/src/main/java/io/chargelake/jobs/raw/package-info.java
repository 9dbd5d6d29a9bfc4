/** Raw files as they were received: what is there, what can be read, and its rows beside the file they came in. */
package io.chargelake.jobs.raw;
