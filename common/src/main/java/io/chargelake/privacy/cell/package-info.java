/** Which cells of an anonymous extract are safe to publish by themselves, and by which rule others are not. */
package io.chargelake.privacy.cell;
