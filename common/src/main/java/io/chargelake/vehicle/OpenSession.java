package io.chargelake.vehicle;

/** Charges on their way to a session. */
final class OpenSession extends OpenUnit {
    private long energy;
    private long powerMax = Micro.UNKNOWN;
    private long time;
    private boolean derivedEnd;

    OpenSession(Charge first, Event before) {
        super(first, before);
    }

    /** A state of charge that is not known contradicts nothing. */
    @Override
    boolean takes(Event next, SessionLimits limits) {
        return next instanceof Charge
                && next.span().start() - last.span().end() <= limits.mergeGap()
                && Micro.apart(last.soc().end(), next.soc().start()) <= limits.mergeSoc();
    }

    void add(Charge charge, boolean isContested) {
        super.add(charge, isContested);
        energy = Micro.plus(energy, charge.energy());
        powerMax = Math.max(powerMax, charge.powerMax());
        time += charge.span().length();
        derivedEnd |= charge.derivedEnd();
    }

    /** @param after what the next trip or session begins with; null at the end */
    ChargeSession close(Event after, SessionLimits limits, Span period) {
        int flags = flagsOfBoth(new SpanLimits(period, limits.mergeGap()))
                | before(limits)
                | after(after, limits)
                | Flag.NO_ENERGY.when(energy <= 0)
                | Flag.DERIVED_END.when(derivedEnd);
        Charge.Site site = ((Charge) first).site();
        var charged = new ChargeSession.Charged(energy, powerMax, time, site);
        return new ChargeSession(first.id(), span(), soc(), charged, records, flags);
    }

    private int before(SessionLimits limits) {
        return before instanceof Drive
                ? Flag.SOC_JUMP_BEFORE.when(
                        !agree(before.soc().end(), first.soc().start(), limits))
                : Flag.NO_TRIP_BEFORE.when(true);
    }

    private int after(Event after, SessionLimits limits) {
        return after instanceof Drive
                ? Flag.SOC_JUMP_AFTER.when(!agree(last.soc().end(), after.soc().start(), limits))
                : Flag.NO_TRIP_AFTER.when(true);
    }

    private static boolean agree(long a, long b, SessionLimits limits) {
        long apart = Micro.apart(a, b);
        return Micro.isKnown(apart) && apart <= limits.agreeSoc();
    }
}
