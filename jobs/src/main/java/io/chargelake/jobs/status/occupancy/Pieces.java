package io.chargelake.jobs.status.occupancy;

import io.chargelake.status.RunBlock;
import io.chargelake.status.Runs;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import scala.Tuple2;

/**
 * Encoded runs of some devices on their way to a share: the numbers in {@code runs} are places in {@code devices}.
 *
 * @param runs a {@link RunBlock}
 */
record Pieces(DeviceList devices, byte[] runs, PollTally tally) implements Serializable {

    /** Deals runs out by share; the tally goes with one of them. */
    static List<Tuple2<Integer, Pieces>> deal(Runs runs, IntFunction<Device> deviceOf, int shares, PollTally tally) {
        Runs grouped = runs.grouped();
        List<Part> parts = new ArrayList<>();
        for (int share = 0; share < shares; share++) {
            parts.add(new Part());
        }
        for (int i = 0; i < grouped.size(); i = grouped.deviceEnd(i)) {
            Device device = deviceOf.apply(grouped.device(i));
            parts.get(device.share(shares)).add(device, i);
        }
        List<Tuple2<Integer, Pieces>> dealt = new ArrayList<>();
        for (int share = 0; share < shares; share++) {
            Part part = parts.get(share);
            if (share == 0 || !part.devices.isEmpty()) {
                byte[] block = RunBlock.encodeDevices(grouped, part.starts, part.devices.size());
                PollTally own = share == 0 ? tally : new PollTally();
                dealt.add(new Tuple2<>(share, new Pieces(DeviceList.of(part.devices), block, own)));
            }
        }
        return dealt;
    }

    /** The devices of one share, and where the runs of each start. */
    private static final class Part {
        private final List<Device> devices = new ArrayList<>();
        private int[] starts = new int[64];

        void add(Device device, int start) {
            if (devices.size() == starts.length) {
                starts = Arrays.copyOf(starts, 2 * starts.length);
            }
            starts[devices.size()] = start;
            devices.add(device);
        }
    }
}
