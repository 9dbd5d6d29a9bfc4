/** Notices what is wrong with charging points from how they are used. */
package io.chargelake.anomaly;
