/** Helping a person who typed something: what they may have meant. */
package io.chargelake.text;
