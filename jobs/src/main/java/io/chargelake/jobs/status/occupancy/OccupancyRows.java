package io.chargelake.jobs.status.occupancy;

import io.chargelake.status.DayHours;
import java.io.IOException;

/** Receives the rows of a day: of each table by device, then time. Devices are given by number. */
interface OccupancyRows {
    void run(int device, byte status, long start, long end, int polls, long lastPoll, byte[] parts) throws IOException;

    void session(int device, long start, long end, int polls, long lastPoll) throws IOException;

    void hour(int device, int hour, DayHours hours) throws IOException;
}
