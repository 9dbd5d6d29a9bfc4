package io.chargelake.jobs.status.occupancy;

import io.chargelake.status.RunBlock;
import io.chargelake.status.Runs;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Merges pieces device by device: beside their bytes, only the runs of one device are in memory. */
final class PieceMerge {

    /** A piece, and the place among all devices of each of its own. */
    private static final class Source {
        private final RunBlock.Reader in;
        private final int[] places;
        private int next;

        Source(Pieces piece, Map<Device, Integer> placeOf) {
            in = new RunBlock.Reader(piece.runs());
            places = Arrays.stream(piece.devices().devices())
                    .mapToInt(placeOf::get)
                    .toArray();
        }

        void addRunsOf(int place, Runs to) {
            if (next < places.length && places[next] == place) {
                in.nextDevice();
                in.runs(0, to);
                next++;
            }
        }
    }

    private final Device[] devices;
    private final List<Source> sources;
    private final int bytes;
    private final Runs runs = new Runs();
    private int place;

    PieceMerge(List<Pieces> pieces) {
        devices = pieces.stream()
                .flatMap(piece -> Arrays.stream(piece.devices().devices()))
                .distinct()
                .sorted()
                .toArray(Device[]::new);
        Map<Device, Integer> places = Share.places(devices);
        // pieces are stretches of time: in this order most devices need no sorting
        sources = pieces.stream()
                .sorted(Comparator.comparingLong(Pieces::firstSecond))
                .map(piece -> new Source(piece, places))
                .toList();
        bytes = pieces.stream().mapToInt(piece -> piece.runs().length).sum();
    }

    /** All devices, in order. */
    Device[] devices() {
        return devices;
    }

    int bytes() {
        return bytes;
    }

    /** What polls are likely to be apart. */
    long step() {
        return sources.stream()
                .map(source -> source.in.step())
                .max(Comparator.naturalOrder())
                .orElse(0L);
    }

    /** All runs of the next device, as those of a device 0; good until the next call. */
    Runs nextDevice() {
        runs.clear();
        for (Source source : sources) {
            source.addRunsOf(place, runs);
        }
        place++;
        return runs;
    }
}
