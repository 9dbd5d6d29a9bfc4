package io.chargelake.jobs.status.occupancy;

import io.chargelake.jobs.lake.files.CodedColumn;
import io.chargelake.jobs.lake.files.DayFile;
import io.chargelake.jobs.lake.files.FileTarget;
import io.chargelake.jobs.lake.files.NewFile;
import io.chargelake.jobs.tables.OccupancyHourly;
import io.chargelake.status.DayHours;
import io.chargelake.status.StatusClass;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/** The hours of a day on their way to a data file. */
final class HourFile {
    private static final int HOUR_S = 3600;

    private final Words words;
    private final CodedColumn type;
    private final CodedColumn id;
    private final CodedColumn hour;
    private final CodedColumn available = CodedColumn.ints(OccupancyHourly.AVAILABLE_S);
    private final CodedColumn occupied = CodedColumn.ints(OccupancyHourly.OCCUPIED_S);
    private final CodedColumn blocked = CodedColumn.ints(OccupancyHourly.BLOCKED_S);
    private final CodedColumn outOfService = CodedColumn.ints(OccupancyHourly.OUT_OF_SERVICE_S);
    private final CodedColumn unknown = CodedColumn.ints(OccupancyHourly.UNKNOWN_S);
    private final CodedColumn started = CodedColumn.ints(OccupancyHourly.SESSIONS_STARTED);
    private final DayFile file;

    HourFile(FileTarget target, long epochDay, Words words) {
        this.words = words;
        type = CodedColumn.words(words.types(), OccupancyHourly.DEVICE_TYPE);
        id = CodedColumn.words(words.ids(), OccupancyHourly.DEVICE_ID);
        hour = CodedColumn.secondsFrom(Scope.start(epochDay), OccupancyHourly.HOUR);
        file = new DayFile(
                target,
                OccupancyHourly.TABLE,
                LocalDate.ofEpochDay(epochDay),
                List.of(type, id, hour, available, occupied, blocked, outOfService, unknown, started));
    }

    void add(int device, int of, DayHours counted) throws IOException {
        type.add(words.type(device));
        id.add(device);
        hour.add(of * HOUR_S);
        available.add(counted.seconds(of, StatusClass.AVAILABLE));
        occupied.add(counted.seconds(of, StatusClass.OCCUPIED));
        blocked.add(counted.seconds(of, StatusClass.BLOCKED));
        outOfService.add(counted.seconds(of, StatusClass.OUT_OF_SERVICE));
        unknown.add(counted.unknown_s(of));
        started.add(counted.sessionsStarted(of));
        file.endRow();
    }

    List<NewFile> finish() throws IOException {
        return file.finish();
    }
}
