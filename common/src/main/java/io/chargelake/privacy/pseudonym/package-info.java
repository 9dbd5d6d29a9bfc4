/**
 * Keys and what is made with them: pseudonyms, and hashes by which contributors are counted. None of these types can be serialised, so that no key travels
 * in a plan or to a shuffle file: each process reads it where it is used.
 */
package io.chargelake.privacy.pseudonym;
