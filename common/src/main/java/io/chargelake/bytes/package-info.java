/** Numbers and blocks of bytes, packed to travel between tasks. */
package io.chargelake.bytes;
