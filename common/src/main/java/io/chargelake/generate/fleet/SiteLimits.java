package io.chargelake.generate.fleet;

/** What a site may take from the grid, and through what. */
public record SiteLimits(long limitW, int transformerKva, String voltageLevel) {}
