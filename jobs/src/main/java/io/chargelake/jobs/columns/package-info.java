/** Business logic as named Column functions. */
package io.chargelake.jobs.columns;
