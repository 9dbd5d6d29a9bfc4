/** Every table and file layout, declared once: reader, writer, checks, docs and test fixtures derive from these values. */
package io.chargelake.jobs.tables;
