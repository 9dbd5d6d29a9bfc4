package io.chargelake.status;

/**
 * What is known of an hour before the run that is still open in it. Times of class unknown are what remains of the hour,
 * so they are not kept.
 */
public record HourPart(int available_s, int occupied_s, int blocked_s, int outOfService_s, int sessionsStarted) {
    public static final HourPart EMPTY = new HourPart(0, 0, 0, 0, 0);

    public HourPart {
        boolean negative =
                available_s < 0 || occupied_s < 0 || blocked_s < 0 || outOfService_s < 0 || sessionsStarted < 0;
        if (negative || (long) available_s + occupied_s + blocked_s + outOfService_s > 3600) {
            throw new IllegalArgumentException("Cannot make part of an hour: " + available_s + " s available, "
                    + occupied_s + " s occupied, " + blocked_s + " s blocked, " + outOfService_s + " s out of service, "
                    + sessionsStarted + " sessions (none negative, 3600 s together at most)");
        }
    }
}
