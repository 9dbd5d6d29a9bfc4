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
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that is known of some devices around the days computed: what their share has, and what is stored. It is passed on
 * device by device, with the runs of one device in memory.
 *
 * @param devices in order
 * @param stored runs by device, where there are any
 */
record Timelines(Device[] devices, Share share, Map<Device, List<StoredRun>> stored, Scope scope) {

    /** Receives the settled runs of a device, good until the call returns. */
    @FunctionalInterface
    interface Sink {
        void device(int place, Runs settled);
    }

    static Timelines of(Share share, List<StoredRun> stored, Scope scope) {
        Map<Device, List<StoredRun>> ofDevice = stored.stream().collect(Collectors.groupingBy(StoredRun::device));
        Device[] devices = Stream.concat(Arrays.stream(share.devices()), ofDevice.keySet().stream())
                .distinct()
                .sorted()
                .toArray(Device[]::new);
        return new Timelines(devices, share, ofDevice, scope);
    }

    /** Passes on the devices that have runs, in order. */
    void pass(Sink sink) {
        Device[] own = share.devices();
        RunBlock.Reader in = new RunBlock.Reader(share.runs());
        boolean more = in.nextDevice();
        Runs runs = new Runs();
        for (int place = 0; place < devices.length; place++) {
            runs.clear();
            if (more && own[in.device()].equals(devices[place])) {
                in.runs(0, runs);
                more = in.nextDevice();
            }
            Runs settled = withStored(runs, devices[place]);
            if (settled.size() > 0) {
                sink.device(place, settled);
            }
        }
    }

    /** The last run that is stored of a device on later days, or null: the polls after it are not here. */
    StoredRun last(int place) {
        StoredRun last = null;
        for (StoredRun run : stored.getOrDefault(devices[place], List.of())) {
            boolean isLater = last == null || run.lastPoll() > last.lastPoll();
            if (run.lastPoll() >= Scope.start(scope.endDay()) && isLater) {
                last = run;
            }
        }
        return last;
    }

    /** The first poll after all runs of a device. A stored run ends where the next poll is, if it is near enough. */
    long nextPoll(int place) {
        StoredRun last = last(place);
        return last == null ? RunStitcher.NO_POLL : last.end();
    }

    /** Devices of which no poll before a second is known. */
    List<Device> beginningFrom(long second) {
        return withoutPoll(poll -> poll < second);
    }

    /** Devices of which no poll at or after a second is known. */
    List<Device> endingBefore(long second) {
        return withoutPoll(poll -> poll >= second);
    }

    private Runs withStored(Runs own, Device device) {
        List<StoredRun> known = stored.getOrDefault(device, List.of());
        if (known.isEmpty()) {
            return own;
        }
        known.forEach(run -> run.addTo(own, 0, scope));
        SettledRuns settled = RunSettler.settle(own);
        if (!settled.tangles().isEmpty()) {
            throw new IllegalStateException(
                    "Cannot join " + device + " to what is stored of it: both have polls of the same days");
        }
        return settled.runs();
    }

    /** Devices of which neither the first nor the last poll is such a one. */
    private List<Device> withoutPoll(LongPredicate such) {
        boolean[] found = new boolean[devices.length];
        pass((place, runs) -> found[place] = such.test(runs.first(0)) || such.test(runs.last(runs.size() - 1)));
        List<Device> without = new ArrayList<>();
        for (int place = 0; place < devices.length; place++) {
            if (!found[place]) {
                without.add(devices[place]);
            }
        }
        return without;
    }
}
