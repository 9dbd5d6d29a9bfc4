package io.chargelake.jobs.status.occupancy;

import io.chargelake.status.DayHours;
import java.io.IOException;

/** Receives the rows of a day: of each table by device, then time. Devices are given by number. */
interface OccupancyRows {
    void run(int device, byte status, long start, long end, int polls, long lastPoll, byte[] parts) throws IOException;

    void session(int device, long start, long end, int polls, long lastPoll) throws IOException;

    /** Some hours, last exclusive, that are alike. */
    void hours(int device, int from, int to, DayHours alike) throws IOException;
}
