/** Units of measurement: the one place that converts, and what values tell of the units they are in. */
package io.chargelake.unit;
