/** What several tests share: stores and servers that start once. */
package io.chargelake.jobs.testing;
