package io.chargelake.jobs.status.occupancy;

import io.chargelake.status.RunBlock;
import io.chargelake.status.RunSettler;
import io.chargelake.status.Runs;
import io.chargelake.status.SettledRuns;
import io.chargelake.status.Tangle;
import io.chargelake.status.Tangles;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * All polls of some devices, as settled runs: the numbers in {@code runs} and {@code tangles} are places in
 * {@code list}, which are in order.
 *
 * @param runs a block of the runs outside the tangles
 * @param kept polls in the runs
 * @param conflicts polls that lost against another status, as far as known before the tangles are resolved
 */
record Share(DeviceList list, byte[] runs, long kept, List<Window> tangles, PollTally tally, long conflicts)
        implements Serializable {

    Device[] devices() {
        return list.devices();
    }

    /** See {@link Tangle}. */
    record Window(Device device, int number, long from, long to) implements Serializable {}

    /** What a share adds to the account of a run. */
    record Counts(PollTally tally, long conflicts, long kept) implements Serializable {}

    static Share gather(Iterator<Pieces> pieces) {
        List<Pieces> all = new ArrayList<>();
        pieces.forEachRemaining(all::add);
        PieceMerge merge = new PieceMerge(all);
        RunBlock.Writer runs = new RunBlock.Writer(merge.step(), merge.bytes());
        List<Window> tangles = new ArrayList<>();
        long kept = 0;
        long conflicts = 0;
        for (int place = 0; place < merge.devices().length; place++) {
            SettledRuns settled = RunSettler.settle(merge.nextDevice());
            if (settled.runs().size() > 0) {
                runs.device(place, settled.runs(), 0, settled.runs().size());
            }
            kept += settled.runs().pollCount();
            conflicts += settled.conflicts();
            tangles.addAll(windows(settled.tangles(), place, merge.devices()[place]));
        }
        PollTally tally = PollTally.sum(all.stream().map(Pieces::tally).toList());
        return new Share(DeviceList.of(Arrays.asList(merge.devices())), runs.bytes(), kept, tangles, tally, conflicts);
    }

    /** The same share once the polls in its tangles have been seen again. */
    Share untangled(Iterator<Pieces> polls) {
        if (tangles.isEmpty()) {
            return this;
        }
        Tangles windows = new Tangles();
        tangles.forEach(w -> windows.add(new Tangle(w.number(), w.from(), w.to())));
        List<Pieces> all = new ArrayList<>();
        polls.forEachRemaining(all::add);
        SettledRuns settled =
                RunSettler.untangle(new SettledRuns(RunBlock.decode(runs), windows, 0, 0), together(all, devices()));
        return new Share(
                list,
                RunBlock.encode(settled.runs()),
                settled.runs().pollCount(),
                List.of(),
                tally,
                conflicts + settled.conflicts());
    }

    Counts counts() {
        return new Counts(tally, tally.conflicts() + conflicts, kept);
    }

    static Map<Device, Integer> places(Device[] devices) {
        Map<Device, Integer> places = new HashMap<>();
        for (int i = 0; i < devices.length; i++) {
            places.put(devices[i], i);
        }
        return places;
    }

    private static Runs together(List<Pieces> pieces, Device[] devices) {
        Map<Device, Integer> places = places(devices);
        Runs all = new Runs();
        for (Pieces piece : pieces) {
            int[] place = Arrays.stream(piece.devices().devices())
                    .mapToInt(places::get)
                    .toArray();
            RunBlock.decode(piece.runs(), number -> place[number], all);
        }
        return all;
    }

    private static List<Window> windows(Tangles tangles, int place, Device device) {
        return IntStream.range(0, tangles.size())
                .mapToObj(tangles::get)
                .map(tangle -> new Window(device, place, tangle.from(), tangle.to()))
                .toList();
    }
}
