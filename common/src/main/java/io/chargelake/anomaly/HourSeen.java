package io.chargelake.anomaly;

/**
 * How a device spent an hour.
 *
 * @param hour since 1970, in hours
 * @param weekHour hour of the local week, 0 is Monday's first
 * @param available_s seconds available, {@code occupied_s} occupied, {@code unknown_s} not observed; the rest is blocked or out of service
 * @param sessions that started
 */
public record HourSeen(long hour, int weekHour, int available_s, int occupied_s, int unknown_s, int sessions) {
    static final int HOUR_S = 3600;

    public HourSeen {
        if (weekHour < 0 || weekHour >= Demand.WEEK) {
            throw new IllegalArgumentException("Cannot watch an hour of the week " + weekHour + " (0 to 167)");
        }
    }

    boolean isOccupiedThroughout() {
        return occupied_s >= HOUR_S;
    }
}
