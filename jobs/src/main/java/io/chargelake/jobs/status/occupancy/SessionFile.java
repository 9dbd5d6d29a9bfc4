package io.chargelake.jobs.status.occupancy;

import io.chargelake.jobs.lake.files.BytesColumn;
import io.chargelake.jobs.lake.files.CodedColumn;
import io.chargelake.jobs.lake.files.FileTarget;
import io.chargelake.jobs.lake.files.NewFile;
import io.chargelake.jobs.lake.files.TableFiles;
import io.chargelake.jobs.tables.ChargingSession;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** The sessions of a day on their way to a data file. */
final class SessionFile {
    private final Words words;
    private final TableFiles files;
    private final BytesColumn sessionId = new BytesColumn(ChargingSession.SESSION_ID);
    private final CodedColumn type;
    private final CodedColumn id;
    private final CodedColumn duration = CodedColumn.longs(ChargingSession.DURATION_S);
    private final CodedColumn polls = CodedColumn.ints(ChargingSession.POLLS);
    private final CodedColumn start = CodedColumn.seconds(ChargingSession.START_TIME);
    private final CodedColumn end = CodedColumn.seconds(ChargingSession.END_TIME);
    private final CodedColumn lastPoll = CodedColumn.seconds(ChargingSession.LAST_POLL);
    private long dayStart;

    SessionFile(FileTarget target, Words words) {
        this.words = words;
        type = CodedColumn.words(words.types(), ChargingSession.DEVICE_TYPE);
        id = CodedColumn.words(words.ids(), ChargingSession.DEVICE_ID);
        files = new TableFiles(
                target, ChargingSession.TABLE, List.of(sessionId, type, id, start, end, duration, polls, lastPoll));
    }

    void begin(long epochDay) {
        dayStart = Scope.start(epochDay);
        start.origin(dayStart);
        end.origin(dayStart);
        lastPoll.origin(dayStart);
        files.begin(LocalDate.ofEpochDay(epochDay));
    }

    void add(int device, long from, long to, int count, long last) throws IOException {
        sessionId.add(sessionId(words.ids()[device], from));
        type.add(words.type(device));
        id.add(device);
        start.add((int) (from - dayStart));
        end.add((int) (to - dayStart));
        duration.add((int) (to - from));
        polls.add(count);
        lastPoll.add((int) (last - dayStart));
        files.endRow();
    }

    List<NewFile> finish() throws IOException {
        return files.finish();
    }

    /** Written digit by digit: there are millions. */
    private static byte[] sessionId(byte[] device, long start) {
        byte[] id = Arrays.copyOf(device, device.length + 1 + digits(start));
        id[device.length] = '@';
        long rest = start;
        for (int i = id.length - 1; i > device.length; i--) {
            id[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return id;
    }

    private static int digits(long number) {
        int digits = 1;
        for (long rest = number / 10; rest > 0; rest /= 10) {
            digits++;
        }
        return digits;
    }
}
