/** Raw answers of charging-point APIs, as they were received. Plain Java: no session of Spark. */
package io.chargelake.jobs.collect;
