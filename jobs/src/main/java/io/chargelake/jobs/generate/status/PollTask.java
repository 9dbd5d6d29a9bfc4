package io.chargelake.jobs.generate.status;

import io.chargelake.jobs.generate.output.SteadyFooterStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.hadoop.ParquetWriter;

/** The polls of one day and one slice of the points: a file of that day and, if any are late, one of the next. */
record PollTask(LocalDate day, int slice, int fromPoint, int toPoint) implements WorldTask {

    private static final double MOST_ROWS_PER_FILE = 2_900_000;

    static List<WorldTask> of(StatusWorld world) {
        double rowsPerPoint =
                (double) world.devices() / world.points() * world.pollsPerDay() * Damage.rowsPerPoll(world.damage());
        int pointsPerFile = Math.max(1, (int) (MOST_ROWS_PER_FILE / rowsPerPoint));
        List<WorldTask> tasks = new ArrayList<>();
        world.from().datesUntil(world.to()).forEach(day -> {
            for (int from = 0, slice = 0; from < world.points(); from += pointsPerFile, slice++) {
                tasks.add(new PollTask(day, slice, from, Math.min(world.points(), from + pointsPerFile)));
            }
        });
        return tasks;
    }

    @Override
    public Tally write(StatusWorld world, Output output) throws IOException {
        DeviceSlice devices = new DeviceSlice(new Network(world), fromPoint, toPoint);
        Tally tally = new Tally();
        RawDay raw = new RawDay(world, devices, day.toEpochDay(), tally);
        PollWriteSupport support = new PollWriteSupport(devices.ids(), devices.arePoints());
        tally.add(Count.POLL_FILES, 1);
        tally.add(Count.POLL_BYTES, output.write(name(day, "polls"), (files, path) -> {
            try (ParquetWriter<PollBatch> writer = ParquetFile.open(SteadyFooterStream.newFile(files, path), support)) {
                PollBatch batch = new PollBatch();
                for (int slot = 0; slot < raw.slots(); slot++) {
                    raw.deliver(slot, batch);
                    writeAll(batch, writer, support);
                }
            }
        }));
        if (raw.late.size() > 0) {
            tally.add(Count.LATE_FILES, 1);
            tally.add(Count.LATE_BYTES, output.write(name(day.plusDays(1), "late"), (files, path) -> {
                try (ParquetWriter<PollBatch> writer =
                        ParquetFile.open(SteadyFooterStream.newFile(files, path), support)) {
                    writeAll(raw.late, writer, support);
                }
            }));
        }
        return tally;
    }

    private static void writeAll(PollBatch batch, ParquetWriter<PollBatch> writer, PollWriteSupport support)
            throws IOException {
        support.rewind();
        for (int i = 0; i < batch.size(); i++) {
            writer.write(batch);
        }
    }

    private String name(LocalDate folder, String kind) {
        return "%s/%s/%s-%05d.parquet".formatted(OldWorld.STATUS, folder, kind, slice);
    }
}
