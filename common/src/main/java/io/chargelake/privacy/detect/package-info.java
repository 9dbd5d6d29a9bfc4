/** Finds what must never leave in the values of a text column, whatever the column is called. */
package io.chargelake.privacy.detect;
