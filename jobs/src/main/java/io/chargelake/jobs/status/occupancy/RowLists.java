package io.chargelake.jobs.status.occupancy;

import io.chargelake.status.DayHours;
import io.chargelake.status.Status;
import io.chargelake.status.StatusClass;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Rows of a day as Spark takes them, in the columns of the tables. */
final class RowLists implements OccupancyRows {
    private static final int HOUR_S = 3600;

    final List<Row> runs = new ArrayList<>();
    final List<Row> sessions = new ArrayList<>();
    final List<Row> hours = new ArrayList<>();

    private final long dayStart;
    private final LocalDate day;
    private final Device[] devices;

    RowLists(long epochDay, Device[] devices) {
        this.dayStart = Scope.start(epochDay);
        this.day = LocalDate.ofEpochDay(epochDay);
        this.devices = devices;
    }

    @Override
    public void run(int device, byte status, long start, long end, int polls, long lastPoll, byte[] parts) {
        runs.add(RowFactory.create(
                devices[device].type(),
                devices[device].id(),
                Status.ofCode(status).name(),
                Instant.ofEpochSecond(start),
                Instant.ofEpochSecond(end),
                polls,
                end - start,
                Instant.ofEpochSecond(lastPoll),
                parts.length == 0 ? null : parts,
                day));
    }

    @Override
    public void session(int device, long start, long end, int polls, long lastPoll) {
        sessions.add(RowFactory.create(
                devices[device].id() + "@" + start,
                devices[device].type(),
                devices[device].id(),
                Instant.ofEpochSecond(start),
                Instant.ofEpochSecond(end),
                end - start,
                polls,
                Instant.ofEpochSecond(lastPoll),
                day));
    }

    @Override
    public void hours(int device, int from, int to, DayHours alike) {
        for (int hour = from; hour < to; hour++) {
            addHour(device, hour, alike);
        }
    }

    private void addHour(int device, int hour, DayHours of) {
        hours.add(RowFactory.create(
                devices[device].type(),
                devices[device].id(),
                Instant.ofEpochSecond(dayStart + (long) hour * HOUR_S),
                of.seconds(hour, StatusClass.AVAILABLE),
                of.seconds(hour, StatusClass.OCCUPIED),
                of.seconds(hour, StatusClass.BLOCKED),
                of.seconds(hour, StatusClass.OUT_OF_SERVICE),
                of.unknown_s(hour),
                of.sessionsStarted(hour),
                day));
    }
}
