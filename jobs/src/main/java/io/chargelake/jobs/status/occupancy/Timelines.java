package io.chargelake.jobs.status.occupancy;

import io.chargelake.status.RunBlock;
import io.chargelake.status.RunSettler;
import io.chargelake.status.RunStitcher;
import io.chargelake.status.Runs;
import io.chargelake.status.SettledRuns;
import io.chargelake.status.Tangles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * All that is known of some devices around the days computed.
 *
 * @param settled their runs, numbered by place in {@code devices}
 * @param last of each device the last run that is stored of later days, or null: the polls after it are not here
 */
record Timelines(Device[] devices, SettledRuns settled, StoredRun[] last) {

    static Timelines of(Share share, List<StoredRun> stored, Scope scope) {
        Device[] own = share.devices();
        if (stored.isEmpty()) {
            SettledRuns settled = new SettledRuns(RunBlock.decode(share.runs()), new Tangles(), 0, 0);
            return new Timelines(own, settled, new StoredRun[own.length]);
        }
        Device[] devices = Stream.concat(Arrays.stream(own), stored.stream().map(StoredRun::device))
                .distinct()
                .sorted()
                .toArray(Device[]::new);
        Map<Device, Integer> places = Share.places(devices);
        int[] place = Arrays.stream(own).mapToInt(places::get).toArray();
        Runs runs = new Runs();
        RunBlock.decode(share.runs(), device -> place[device], runs);
        stored.forEach(run -> run.addTo(runs, places.get(run.device()), scope));
        return new Timelines(devices, RunSettler.settle(runs), last(stored, places, scope));
    }

    private static StoredRun[] last(List<StoredRun> stored, Map<Device, Integer> places, Scope scope) {
        StoredRun[] last = new StoredRun[places.size()];
        for (StoredRun run : stored) {
            int place = places.get(run.device());
            boolean isLater = last[place] == null || run.lastPoll() > last[place].lastPoll();
            if (run.lastPoll() >= Scope.start(scope.endDay()) && isLater) {
                last[place] = run;
            }
        }
        return last;
    }

    /** The first poll after all runs of a device. A stored run ends where the next poll is, if it is near enough. */
    long nextPoll(int place) {
        return last[place] == null ? RunStitcher.NO_POLL : last[place].end();
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
