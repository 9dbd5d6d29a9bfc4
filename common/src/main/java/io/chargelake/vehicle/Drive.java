package io.chargelake.vehicle;

/** A drive as recorded, in {@link Micro} units of km and kWh. */
public record Drive(String id, Span span, Soc soc, long distance, long energy) implements Event {}
