package io.chargelake.vehicle;

/** State of charge at both ends, in millionths of a percent; {@link Micro#UNKNOWN} where not told. */
public record Soc(long start, long end) {}
