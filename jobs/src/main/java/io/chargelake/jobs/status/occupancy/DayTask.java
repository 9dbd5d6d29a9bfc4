package io.chargelake.jobs.status.occupancy;

import io.chargelake.status.DayHours;
import io.chargelake.status.DayRunsReader;
import io.chargelake.status.Status;
import io.chargelake.status.StatusClass;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the rows of one day of what the shares dealt for it: each share's devices come in order, and no device is in two.
 * A run of class occupied is a session: since one status alone is of this class, no two adjoin.
 */
final class DayTask {
    private final DayHours hours;
    private final OccupancyRows rows;

    private DayTask(long day, OccupancyRows rows) {
        this.hours = new DayHours(day);
        this.rows = rows;
    }

    static void run(long day, List<byte[]> dealt, OccupancyRows rows) throws IOException {
        DayTask task = new DayTask(day, rows);
        List<DayRunsReader> shares = new ArrayList<>();
        for (byte[] share : dealt) {
            DayRunsReader reader = new DayRunsReader(share);
            if (reader.nextDevice()) {
                shares.add(reader);
            }
        }
        while (!shares.isEmpty()) {
            DayRunsReader next = first(shares);
            task.device(next);
            if (!next.nextDevice()) {
                shares.remove(next);
            }
        }
    }

    private static DayRunsReader first(List<DayRunsReader> shares) {
        DayRunsReader first = shares.get(0);
        for (int i = 1; i < shares.size(); i++) {
            if (shares.get(i).device() < first.device()) {
                first = shares.get(i);
            }
        }
        return first;
    }

    private void device(DayRunsReader in) throws IOException {
        hours.clear();
        while (in.nextRun()) {
            hours.add(in.status(), in.start(), in.end());
            if (in.isOwn()) {
                rows.run(in.device(), in.status(), in.start(), in.end(), in.polls(), in.lastPoll(), in.parts());
                if (Status.classOf(in.status()) == StatusClass.OCCUPIED) {
                    rows.session(in.device(), in.start(), in.end(), in.polls(), in.lastPoll());
                }
            }
        }
        int end;
        for (int hour = in.fromHour(); hour < in.toHour(); hour = end) {
            end = hours.endOfAlike(hour, in.toHour());
            rows.hours(in.device(), hour, end, hours);
        }
    }
}
