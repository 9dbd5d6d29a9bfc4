package io.chargelake.jobs.vehicles.clean;

/** Columns that go beside a raw row until it is clean. */
public final class RawRow {
    /** The vehicle's id as it came. */
    public static final String SPELLED = "_spelled";

    /** Whether a text of the row was decoded wrongly. */
    static final String MOJIBAKE = "_mojibake";
    /** Capacity of the vehicle's battery, kWh; null where nobody knows it. */
    static final String CAPACITY = "_capacity_kwh";
    /** Whether the capacity is the one of the command line. */
    static final String CAPACITY_ASSUMED = "_capacity_assumed";

    private RawRow() {}
}
