package io.chargelake.vehicle;

/** Drives on their way to a trip. */
final class OpenTrip extends OpenUnit {
    private long distance;
    private long energy;

    OpenTrip(Drive first, Event before) {
        super(first, before);
    }

    @Override
    boolean takes(Event next, SessionLimits limits) {
        return next instanceof Drive && next.span().start() - last.span().end() <= limits.tripStop();
    }

    void add(Drive drive, boolean isContested) {
        super.add(drive, isContested);
        distance = Micro.plus(distance, drive.distance());
        energy = Micro.plus(energy, drive.energy());
    }

    Trip close(SessionLimits limits, Span period) {
        int flags = flagsOfBoth(new SpanLimits(period, limits.tripStop())) | socFlags(limits);
        return new Trip(first.id(), span(), soc(), distance, energy, records, flags);
    }

    private int socFlags(SessionLimits limits) {
        if (before == null) {
            return 0;
        }
        long rise = Micro.minus(first.soc().start(), before.soc().end());
        boolean jumps = Micro.isKnown(rise) && Math.abs(rise) > limits.agreeSoc();
        return Flag.SOC_JUMP_BEFORE.when(jumps)
                | Flag.SOC_RISE_BEFORE.when(Micro.isKnown(rise) && rise > limits.mergeSoc());
    }
}
