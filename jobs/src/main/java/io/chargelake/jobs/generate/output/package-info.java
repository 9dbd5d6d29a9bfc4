/** Files of generated data whose bytes depend on their content alone: no random names, checksums or time stamps. */
package io.chargelake.jobs.generate.output;
