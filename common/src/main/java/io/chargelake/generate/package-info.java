/** What every generator of synthetic data shares: randomness that any task can reach without the tasks before it. */
package io.chargelake.generate;
