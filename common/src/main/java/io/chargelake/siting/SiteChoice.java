package io.chargelake.siting;

/** A site that was chosen, and what it added to those before it. */
public record SiteChoice(int site, double gain) {}
