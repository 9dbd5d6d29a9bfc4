package io.chargelake.jobs.lake.files;

import java.io.Serializable;
import java.time.LocalDate;

/** A data file that waits to be committed; until then no reader sees it. */
public record NewFile(String path, LocalDate day, long bytes, long rows) implements Serializable {}
