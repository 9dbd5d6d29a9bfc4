package io.chargelake.jobs.status.occupancy;

import io.chargelake.jobs.lake.files.BytesColumn;
import io.chargelake.jobs.lake.files.CodedColumn;
import io.chargelake.jobs.lake.files.FileTarget;
import io.chargelake.jobs.lake.files.NewFile;
import io.chargelake.jobs.lake.files.TableFiles;
import io.chargelake.jobs.tables.StatusRun;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/** The runs of a day on their way to a data file. */
final class RunFile {
    private final Words words;
    private final TableFiles files;
    private final CodedColumn type;
    private final CodedColumn id;
    private final CodedColumn status;
    private final CodedColumn polls = CodedColumn.ints(StatusRun.POLLS);
    private final CodedColumn duration = CodedColumn.longs(StatusRun.DURATION_S);
    private final BytesColumn parts = new BytesColumn(StatusRun.PARTS);
    private final CodedColumn start = CodedColumn.seconds(StatusRun.START_TIME);
    private final CodedColumn end = CodedColumn.seconds(StatusRun.END_TIME);
    private final CodedColumn lastPoll = CodedColumn.seconds(StatusRun.LAST_POLL);
    private long dayStart;

    RunFile(FileTarget target, Words words) {
        this.words = words;
        type = CodedColumn.words(words.types(), StatusRun.DEVICE_TYPE);
        id = CodedColumn.words(words.ids(), StatusRun.DEVICE_ID);
        status = CodedColumn.words(words.statuses(), StatusRun.STATUS);
        files = new TableFiles(
                target, StatusRun.TABLE, List.of(type, id, status, start, end, polls, duration, lastPoll, parts));
    }

    void begin(long epochDay) {
        dayStart = Scope.start(epochDay);
        start.origin(dayStart);
        end.origin(dayStart);
        lastPoll.origin(dayStart);
        files.begin(LocalDate.ofEpochDay(epochDay));
    }

    void add(int device, byte code, long from, long to, int count, long last, byte[] ofDays) throws IOException {
        type.add(words.type(device));
        id.add(device);
        status.add(code);
        start.add((int) (from - dayStart));
        end.add((int) (to - dayStart));
        polls.add(count);
        duration.add((int) (to - from));
        lastPoll.add((int) (last - dayStart));
        parts.add(ofDays);
        files.endRow();
    }

    List<NewFile> finish() throws IOException {
        return files.finish();
    }
}
