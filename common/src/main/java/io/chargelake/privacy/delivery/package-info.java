/** The files that a recipient gets: figures, what they mean, and what they were made of. */
package io.chargelake.privacy.delivery;
