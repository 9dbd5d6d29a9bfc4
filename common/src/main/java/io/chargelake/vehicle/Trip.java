package io.chargelake.vehicle;

/** Drives with short stops between them. */
public record Trip(String id, Span span, Soc soc, long distance, long energy, int drives, int flags) {}
