package io.chargelake.jobs.status.occupancy;

import io.chargelake.status.Runs;
import io.chargelake.status.Tangle;
import io.chargelake.status.Tangles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.broadcast.Broadcast;
import scala.Tuple2;

/** Sees the polls of tangled windows again: one by one, as received. */
record ReplayPolls(Broadcast<List<Share.Window>> windows, PollTimes times, int shares)
        implements PollFeed.Task<Tuple2<Integer, Pieces>> {

    @Override
    public Iterator<Tuple2<Integer, Pieces>> run(PollFeed.Part polls) {
        DeviceNumbers devices = new DeviceNumbers();
        Runs seen = new Runs();
        Filter filter = new Filter(windows.value(), devices);
        PollIntake intake = new PollIntake(devices, times, (device, second, status, count) -> {
            for (int i = 0; i < count; i++) {
                if (filter.covers(device[i], second[i])) {
                    seen.addPoll(device[i], second[i], (byte) status[i]);
                }
            }
        });
        polls.readInto(intake);
        return Pieces.deal(seen, devices::device, shares, new PollTally()).iterator();
    }

    /** The windows under the task's own numbers of devices. */
    private static final class Filter {
        private static final int NOT_ASKED = -2;
        private static final int NONE = -1;

        private final Map<Device, Integer> places = new HashMap<>();
        private final Tangles tangles = new Tangles();
        private final DeviceNumbers devices;
        private int[] placeOf = new int[0];

        Filter(List<Share.Window> windows, DeviceNumbers devices) {
            this.devices = devices;
            List<Share.Window> inOrder = new ArrayList<>(windows);
            inOrder.sort(Comparator.comparing(Share.Window::device).thenComparing(Share.Window::from));
            for (Share.Window window : inOrder) {
                int place = places.computeIfAbsent(window.device(), device -> places.size());
                tangles.add(new Tangle(place, window.from(), window.to()));
            }
        }

        boolean covers(int device, long second) {
            if (device >= placeOf.length) {
                int known = placeOf.length;
                placeOf = Arrays.copyOf(placeOf, Math.max(device + 1, 2 * known));
                Arrays.fill(placeOf, known, placeOf.length, NOT_ASKED);
            }
            if (placeOf[device] == NOT_ASKED) {
                placeOf[device] = places.getOrDefault(devices.device(device), NONE);
            }
            return placeOf[device] >= 0 && tangles.covers(placeOf[device], second);
        }
    }
}
