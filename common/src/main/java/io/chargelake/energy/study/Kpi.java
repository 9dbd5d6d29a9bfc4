package io.chargelake.energy.study;

/** @param value NaN where it can't be said; infinite for never */
public record Kpi(String name, double value, String unit) {}
