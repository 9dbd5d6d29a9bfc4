package io.chargelake.vehicle;

/** Charges of one plugged-in time. */
public record ChargeSession(String id, Span span, Soc soc, Charged charged, int charges, int flags) {

    /** What went in. {@code time}: charging, without the gaps between charges. */
    public record Charged(long energy, long powerMax, long time, Charge.Site site) {

        /** In kW; NaN where the energy is not known, or no time passed. */
        public double powerMean_kw() {
            return Micro.isKnown(energy) && time > 0 ? energy * 3_600.0 / time : Double.NaN;
        }
    }

    public boolean isComplete() {
        return flags == 0;
    }
}
