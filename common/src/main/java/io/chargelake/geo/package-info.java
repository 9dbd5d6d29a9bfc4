/** Places on earth, what lies near them, and the cells of the H3 grid. */
package io.chargelake.geo;
