/** What a quality rule is called and how severe it is. */
package io.chargelake.quality;
