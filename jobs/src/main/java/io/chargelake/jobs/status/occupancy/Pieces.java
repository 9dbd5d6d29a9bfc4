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
record Pieces(Device[] devices, byte[] runs, PollTally tally) implements Serializable {

    /** Deals runs out by share; the tally goes with one of them. */
    static List<Tuple2<Integer, Pieces>> deal(
            Runs runs, int size, IntFunction<Device> deviceOf, int shares, PollTally tally) {
        int[] share = new int[size];
        int[] place = new int[size];
        List<List<Device>> devices = new ArrayList<>();
        for (int i = 0; i < shares; i++) {
            devices.add(new ArrayList<>());
        }
        Arrays.fill(place, -1);
        for (int i = 0; i < runs.size(); i++) {
            int device = runs.device(i);
            if (place[device] < 0) {
                Device known = deviceOf.apply(device);
                share[device] = known.share(shares);
                place[device] = devices.get(share[device]).size();
                devices.get(share[device]).add(known);
            }
        }
        Runs[] parts = runs.split(shares, device -> share[device]);
        List<Tuple2<Integer, Pieces>> dealt = new ArrayList<>();
        for (int i = 0; i < shares; i++) {
            if (i == 0 || parts[i].size() > 0) {
                byte[] block = RunBlock.encode(parts[i].renumbered(device -> place[device]));
                Device[] of = devices.get(i).toArray(Device[]::new);
                dealt.add(new Tuple2<>(i, new Pieces(of, block, i == 0 ? tally : new PollTally())));
            }
        }
        return dealt;
    }
}
