package io.chargelake.jobs.status.occupancy;

import io.chargelake.status.RunBlock;
import io.chargelake.status.RunSettler;
import io.chargelake.status.RunStitcher;
import io.chargelake.status.Runs;
import io.chargelake.status.SettledRuns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * All that is known of some devices around the days computed: their settled runs, numbered by place in {@code devices},
 * and of the last of them, if it was stored, where it ends: that follows from polls which are not here.
 */
record Timelines(Device[] devices, SettledRuns settled, long[] nextPoll) {

    static Timelines of(Share share, List<StoredRun> stored, Scope scope) {
        if (stored.isEmpty()) {
            long[] none = new long[share.devices().length];
            Arrays.fill(none, RunStitcher.NO_POLL);
            return new Timelines(share.devices(), RunSettler.settle(RunBlock.decode(share.runs())), none);
        }
        Device[] devices = Stream.concat(
                        Arrays.stream(share.devices()), stored.stream().map(StoredRun::device))
                .collect(TreeSet<Device>::new, TreeSet::add, TreeSet::addAll)
                .toArray(Device[]::new);
        Map<Device, Integer> places = Share.places(devices);
        int[] place = Arrays.stream(share.devices()).mapToInt(places::get).toArray();
        Runs runs = RunBlock.decode(share.runs()).renumbered(device -> place[device]);
        stored.forEach(run -> run.addTo(runs, places.get(run.device()), scope));
        return new Timelines(devices, RunSettler.settle(runs), nextPolls(stored, places, scope));
    }

    private static long[] nextPolls(List<StoredRun> stored, Map<Device, Integer> places, Scope scope) {
        long[] nextPoll = new long[places.size()];
        long[] last = new long[places.size()];
        Arrays.fill(nextPoll, RunStitcher.NO_POLL);
        for (StoredRun run : stored) {
            int place = places.get(run.device());
            if (run.lastPoll() >= Scope.start(scope.endDay()) && run.lastPoll() > last[place]) {
                last[place] = run.lastPoll();
                nextPoll[place] = run.end();
            }
        }
        return nextPoll;
    }

    /** Devices of which no poll before a second is known. */
    List<Device> beginningFrom(long second) {
        boolean[] before = new boolean[devices.length];
        Runs runs = settled.runs();
        for (int i = 0; i < runs.size(); i++) {
            before[runs.device(i)] |= runs.first(i) < second;
        }
        return without(before);
    }

    /** Devices of which no poll at or after a second is known. */
    List<Device> endingBefore(long second) {
        boolean[] after = new boolean[devices.length];
        Runs runs = settled.runs();
        for (int i = 0; i < runs.size(); i++) {
            after[runs.device(i)] |= runs.last(i) >= second;
        }
        return without(after);
    }

    private List<Device> without(boolean[] flags) {
        List<Device> without = new ArrayList<>();
        for (int i = 0; i < devices.length; i++) {
            if (!flags[i]) {
                without.add(devices[i]);
            }
        }
        return without;
    }
}
