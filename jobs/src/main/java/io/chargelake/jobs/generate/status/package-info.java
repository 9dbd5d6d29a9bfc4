/**
 * {@code generate status}: public charging points as a status API would report them. Every file is a pure function of
 * the seed and of its own day and devices, so a cluster writes 28 billion polls with the code that writes a thousand.
 */
package io.chargelake.jobs.generate.status;
