/** Which sites to build next. */
package io.chargelake.siting;
