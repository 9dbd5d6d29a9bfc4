/** How published values are blurred: keyed rounding by default, differential privacy for sums where a request asks for it. */
package io.chargelake.privacy.noise;
