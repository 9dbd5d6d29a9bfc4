package io.chargelake.jobs.status.occupancy;

import io.chargelake.jobs.lake.files.CodedColumn;
import io.chargelake.jobs.lake.files.FileTarget;
import io.chargelake.jobs.lake.files.NewFile;
import io.chargelake.jobs.lake.files.TableFiles;
import io.chargelake.jobs.tables.OccupancyHourly;
import io.chargelake.status.DayHours;
import io.chargelake.status.StatusClass;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/** The hours of a day on their way to a data file. */
final class HourFile {
    private final Words words;
    private final TableFiles files;
    private final CodedColumn type;
    private final CodedColumn id;
    private final CodedColumn hour = CodedColumn.hours(OccupancyHourly.HOUR);
    private final CodedColumn available = CodedColumn.ints(OccupancyHourly.AVAILABLE_S);
    private final CodedColumn occupied = CodedColumn.ints(OccupancyHourly.OCCUPIED_S);
    private final CodedColumn blocked = CodedColumn.ints(OccupancyHourly.BLOCKED_S);
    private final CodedColumn outOfService = CodedColumn.ints(OccupancyHourly.OUT_OF_SERVICE_S);
    private final CodedColumn unknown = CodedColumn.ints(OccupancyHourly.UNKNOWN_S);
    private final CodedColumn started = CodedColumn.ints(OccupancyHourly.SESSIONS_STARTED);

    HourFile(FileTarget target, Words words) {
        this.words = words;
        type = CodedColumn.words(words.types(), OccupancyHourly.DEVICE_TYPE);
        id = CodedColumn.words(words.ids(), OccupancyHourly.DEVICE_ID);
        files = new TableFiles(
                target,
                OccupancyHourly.TABLE,
                List.of(type, id, hour, available, occupied, blocked, outOfService, unknown, started));
    }

    void begin(long epochDay) {
        hour.origin(Scope.start(epochDay));
        files.begin(LocalDate.ofEpochDay(epochDay));
    }

    void add(int device, int from, int to, DayHours alike) throws IOException {
        int rows = to - from;
        type.add(words.type(device), rows);
        id.add(device, rows);
        for (int i = from; i < to; i++) {
            hour.add(i);
        }
        available.add(alike.seconds(from, StatusClass.AVAILABLE), rows);
        occupied.add(alike.seconds(from, StatusClass.OCCUPIED), rows);
        blocked.add(alike.seconds(from, StatusClass.BLOCKED), rows);
        outOfService.add(alike.seconds(from, StatusClass.OUT_OF_SERVICE), rows);
        unknown.add(alike.unknown_s(from), rows);
        started.add(alike.sessionsStarted(from), rows);
        files.endRows(rows);
    }

    List<NewFile> finish() throws IOException {
        return files.finish();
    }
}
