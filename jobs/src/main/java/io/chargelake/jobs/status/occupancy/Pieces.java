package io.chargelake.jobs.status.occupancy;

import io.chargelake.status.RunBlock;
import io.chargelake.status.Runs;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import scala.Tuple2;

/**
 * Encoded runs of some devices on their way to a share: the numbers in {@code runs} are places in {@code devices}, which
 * are in order.
 *
 * @param runs a {@link RunBlock}
 * @param firstSecond of all runs; any if there are none
 */
record Pieces(DeviceList devices, byte[] runs, long firstSecond, PollTally tally) implements Serializable {

    /** Deals runs out by share; the tally goes with one of them. Each piece has its devices in order. */
    static List<Tuple2<Integer, Pieces>> deal(Runs runs, IntFunction<Device> deviceOf, int shares, PollTally tally) {
        Runs grouped = runs.grouped();
        List<List<Part>> parts = new ArrayList<>();
        for (int share = 0; share < shares; share++) {
            parts.add(new ArrayList<>());
        }
        int end;
        for (int i = 0; i < grouped.size(); i = end) {
            end = grouped.deviceEnd(i);
            Part part = new Part(deviceOf.apply(grouped.device(i)), i, end);
            parts.get(part.device().share(shares)).add(part);
        }
        long step = RunBlock.meanStep(grouped);
        List<Tuple2<Integer, Pieces>> dealt = new ArrayList<>();
        for (int share = 0; share < shares; share++) {
            if (share == 0 || !parts.get(share).isEmpty()) {
                PollTally own = share == 0 ? tally : new PollTally();
                dealt.add(new Tuple2<>(share, of(parts.get(share), grouped, step, own)));
            }
        }
        return dealt;
    }

    private static Pieces of(List<Part> parts, Runs grouped, long step, PollTally tally) {
        parts.sort(Comparator.comparing(Part::device));
        int runs = parts.stream().mapToInt(part -> part.end() - part.start()).sum();
        RunBlock.Writer out = new RunBlock.Writer(step, 5 * runs);
        for (int place = 0; place < parts.size(); place++) {
            out.device(
                    place, grouped, parts.get(place).start(), parts.get(place).end());
        }
        long first = parts.stream()
                .mapToLong(part -> grouped.first(part.start()))
                .min()
                .orElse(0);
        return new Pieces(DeviceList.of(parts.stream().map(Part::device).toList()), out.bytes(), first, tally);
    }

    /** The runs of a device, by their places in a buffer. */
    private record Part(Device device, int start, int end) {}
}
