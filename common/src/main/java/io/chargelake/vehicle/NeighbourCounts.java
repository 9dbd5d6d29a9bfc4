package io.chargelake.vehicle;

import java.io.Serializable;

/**
 * How often a vehicle's drives and charges contradict each other. Records come vehicle by vehicle, in order of their start; a value
 * that is not told is NaN, and contradicts nothing.
 */
public final class NeighbourCounts implements Serializable {
    private static final double SOC_STEP = 5;
    /** What odometers are rounded by. */
    private static final double ROUNDING_KM = 1;

    private static final long NEVER = Long.MIN_VALUE;

    private long overlaps;
    private long drivesDuringCharges;
    private long socJumps;
    private long odometersBehind;

    private transient long lastDriveEnd = NEVER;
    private transient long lastChargeEnd = NEVER;
    private transient double socBefore = Double.NaN;
    private transient double kmBefore = Double.NaN;

    /** What comes now is of another vehicle. */
    public void nextVehicle() {
        lastDriveEnd = NEVER;
        lastChargeEnd = NEVER;
        socBefore = Double.NaN;
        kmBefore = Double.NaN;
    }

    public void drive(Span span, double socStart, double socEnd, double odometerStartKm, double odometerEndKm) {
        record(span, lastDriveEnd, lastChargeEnd, socStart, socEnd);
        if (odometerStartKm < kmBefore - ROUNDING_KM) {
            odometersBehind++;
        }
        if (!Double.isNaN(odometerEndKm)) {
            kmBefore = odometerEndKm;
        }
        lastDriveEnd = Math.max(lastDriveEnd, span.end());
    }

    public void charge(Span span, double socStart, double socEnd) {
        record(span, lastChargeEnd, lastDriveEnd, socStart, socEnd);
        lastChargeEnd = Math.max(lastChargeEnd, span.end());
    }

    private void record(Span span, long lastOwnEnd, long lastOtherEnd, double socStart, double socEnd) {
        if (span.start() < lastOwnEnd) {
            overlaps++;
        }
        if (span.start() < lastOtherEnd) {
            drivesDuringCharges++;
        }
        if (Math.abs(socStart - socBefore) > SOC_STEP) {
            socJumps++;
        }
        socBefore = socEnd;
    }

    public NeighbourCounts plus(NeighbourCounts other) {
        var sum = new NeighbourCounts();
        sum.overlaps = overlaps + other.overlaps;
        sum.drivesDuringCharges = drivesDuringCharges + other.drivesDuringCharges;
        sum.socJumps = socJumps + other.socJumps;
        sum.odometersBehind = odometersBehind + other.odometersBehind;
        return sum;
    }

    /** Records that began before the vehicle's one of their kind before them ended. */
    public long overlaps() {
        return overlaps;
    }

    public long drivesDuringCharges() {
        return drivesDuringCharges;
    }

    /** Records whose SOC is more than 5 points off from that at the end of the record before. */
    public long socJumps() {
        return socJumps;
    }

    /** Drives that begin below the odometer at the end of the drive before. */
    public long odometersBehind() {
        return odometersBehind;
    }
}
