package io.chargelake.jobs.status.occupancy;

import io.chargelake.jobs.lake.Lake;
import io.chargelake.jobs.lake.files.FileTarget;
import io.chargelake.jobs.lake.files.NewFile;
import io.chargelake.jobs.tables.ChargingSession;
import io.chargelake.jobs.tables.OccupancyHourly;
import io.chargelake.jobs.tables.StatusRun;
import io.chargelake.status.DayHours;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/** Writes the rows of one day after the other straight to a data file of each table. */
final class DayFiles implements OccupancyRows {

    /** Where the files of each table go. */
    record Targets(FileTarget runs, FileTarget sessions, FileTarget hours) implements Serializable {

        /** Empty where a table takes rows only. */
        static Optional<Targets> of(Lake lake) {
            Optional<FileTarget> runs = lake.fileTarget(StatusRun.TABLE);
            Optional<FileTarget> sessions = lake.fileTarget(ChargingSession.TABLE);
            Optional<FileTarget> hours = lake.fileTarget(OccupancyHourly.TABLE);
            return runs.isPresent() && sessions.isPresent() && hours.isPresent()
                    ? Optional.of(new Targets(runs.get(), sessions.get(), hours.get()))
                    : Optional.empty();
        }
    }

    /** The files of a day. */
    record Written(List<NewFile> runs, List<NewFile> sessions, List<NewFile> hours) implements Serializable {}

    private final RunFile runs;
    private final SessionFile sessions;
    private final HourFile hours;

    DayFiles(Targets targets, Words words) {
        runs = new RunFile(targets.runs(), words);
        sessions = new SessionFile(targets.sessions(), words);
        hours = new HourFile(targets.hours(), words);
    }

    void begin(long epochDay) {
        runs.begin(epochDay);
        sessions.begin(epochDay);
        hours.begin(epochDay);
    }

    @Override
    public void run(int device, byte status, long start, long end, int polls, long lastPoll, byte[] parts)
            throws IOException {
        runs.add(device, status, start, end, polls, lastPoll, parts);
    }

    @Override
    public void session(int device, long start, long end, int polls, long lastPoll) throws IOException {
        sessions.add(device, start, end, polls, lastPoll);
    }

    @Override
    public void hours(int device, int from, int to, DayHours alike) throws IOException {
        hours.add(device, from, to, alike);
    }

    Written finish() throws IOException {
        return new Written(runs.finish(), sessions.finish(), hours.finish());
    }
}
