/** Attacks on anonymous extracts, each with a mutant that has no defence and must fail. */
package io.chargelake.privacy.attack;
