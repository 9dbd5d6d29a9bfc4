/** Local time of a zone and moments. */
package io.chargelake.time;
