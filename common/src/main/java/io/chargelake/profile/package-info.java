/** What a table's values tell of it: sketches that are filled in one pass and merged in any order, and what is concluded from them. */
package io.chargelake.profile;
