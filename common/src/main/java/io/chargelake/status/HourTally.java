package io.chargelake.status;

/** Seconds by class and sessions started in one hour, while it is being counted. */
final class HourTally {
    private int available_s;
    private int occupied_s;
    private int blocked_s;
    private int outOfService_s;
    private int sessionsStarted;

    /** Time of class unknown isn't kept: it is what remains of the hour, as is time not observed. */
    void add(StatusClass statusClass, int duration_s) {
        switch (statusClass) {
            case AVAILABLE -> available_s += duration_s;
            case OCCUPIED -> occupied_s += duration_s;
            case BLOCKED -> blocked_s += duration_s;
            case OUT_OF_SERVICE -> outOfService_s += duration_s;
            case UNKNOWN -> {}
        }
    }

    void startSession() {
        sessionsStarted++;
    }

    void clear() {
        load(HourPart.EMPTY);
    }

    void copyFrom(HourTally other) {
        available_s = other.available_s;
        occupied_s = other.occupied_s;
        blocked_s = other.blocked_s;
        outOfService_s = other.outOfService_s;
        sessionsStarted = other.sessionsStarted;
    }

    void load(HourPart part) {
        available_s = part.available_s();
        occupied_s = part.occupied_s();
        blocked_s = part.blocked_s();
        outOfService_s = part.outOfService_s();
        sessionsStarted = part.sessionsStarted();
    }

    HourPart part() {
        return new HourPart(available_s, occupied_s, blocked_s, outOfService_s, sessionsStarted);
    }

    void emit(OccupancyHours.Sink sink, int device, long hour) {
        int unknown_s = OccupancyHours.HOUR_S - available_s - occupied_s - blocked_s - outOfService_s;
        long hourStart = hour * OccupancyHours.HOUR_S;
        sink.hour(device, hourStart, available_s, occupied_s, blocked_s, outOfService_s, unknown_s, sessionsStarted);
    }
}
