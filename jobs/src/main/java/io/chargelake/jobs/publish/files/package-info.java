/** Tables of the lake as one file each. */
package io.chargelake.jobs.publish.files;
