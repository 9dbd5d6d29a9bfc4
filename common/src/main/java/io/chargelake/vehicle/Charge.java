package io.chargelake.vehicle;

/**
 * A charge as recorded, in {@link Micro} units of kWh and kW.
 *
 * @param derivedEnd whether nobody saw the end
 * @param site what else is told of the place; may be empty
 */
public record Charge(String id, Span span, Soc soc, long energy, long powerMax, boolean derivedEnd, Site site)
        implements Event {

    /** The kind of current and the time zone, each null where not told. */
    public record Site(String powerType, String zone) {
        public static final Site UNKNOWN = new Site(null, null);
    }
}
