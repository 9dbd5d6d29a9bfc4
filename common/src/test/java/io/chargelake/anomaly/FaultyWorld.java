package io.chargelake.anomaly;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Connectors in groups that share a feed, with sessions as people make them (each connector its own rate, a shape of the day and week,
 * sessions of minutes to hours), and faults of which it is known where and when they are.
 */
final class FaultyWorld {
    static final int DAYS = 120;
    static final int HOURS = DAYS * 24;

    enum Fault {
        NONE,
        SILENT,
        STUCK,
        FEED
    }

    /** What a connector is: faults of its own begin at {@code start} and last. */
    record Connector(int number, int group, double ratePerHour, Fault fault, int start) {}

    /** Hours [from, to) in which a feed told the same all the time. */
    record Outage(int group, int from, int to) {}

    final List<Connector> connectors = new ArrayList<>();
    final Map<Integer, Outage> outages = new TreeMap<>();
    private final long seed;

    /** @param perDay mean sessions a day of a connector; of single ones half of it to twice as much */
    FaultyWorld(long seed, int count, int groupSize, double perDay, int silent, int stuck, int feeds) {
        this.seed = seed;
        var random = new SplittableRandom(seed);
        int groups = count / groupSize;
        while (outages.size() < feeds) {
            int group = random.nextInt(groups);
            int from = 60 * 24 + random.nextInt(40 * 24);
            outages.putIfAbsent(group, new Outage(group, from, from + 24 + random.nextInt(48)));
        }
        int[] order = shuffled(count, random);
        int given = 0;
        Fault[] faults = new Fault[count];
        for (int c : order) {
            boolean isFree = !outages.containsKey(c / groupSize);
            faults[c] = isFree && given < silent
                    ? Fault.SILENT
                    : isFree && given < silent + stuck ? Fault.STUCK : Fault.NONE;
            given += isFree ? 1 : 0;
        }
        for (int c = 0; c < count; c++) {
            double rate = perDay / 24 * Math.pow(2, 2 * random.nextDouble() - 1);
            int start = 60 * 24 + random.nextInt(50 * 24);
            Fault fault = outages.containsKey(c / groupSize) ? Fault.FEED : faults[c];
            connectors.add(new Connector(c, c / groupSize, rate, fault, start));
        }
    }

    private static int[] shuffled(int count, SplittableRandom random) {
        int[] order = IntStream.range(0, count).toArray();
        for (int i = count - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[other];
            order[other] = swapped;
        }
        return order;
    }

    private static double shape(int weekHour) {
        int hour = weekHour % 24;
        double ofDay = hour < 6 ? 0.2 : hour < 9 ? 1.0 : hour < 20 ? 1.6 : 0.7;
        return ofDay * (weekHour >= 120 ? 0.8 : 1.08);
    }

    /** The connector's hours, minute by minute. */
    List<HourSeen> hours(Connector of) {
        var random = new SplittableRandom(seed * 31 + of.number());
        int[] occupied = new int[HOURS];
        int[] sessions = new int[HOURS];
        int left = 0; // minutes of the session that goes on
        for (int t = 0; t < HOURS; t++) {
            boolean isFrozen = isFrozen(of, t);
            boolean isStuck = of.fault() == Fault.STUCK && t >= of.start();
            boolean isSilent = of.fault() == Fault.SILENT && t >= of.start();
            double perMinute = of.ratePerHour() * shape(t % Demand.WEEK) / 60;
            for (int minute = 0; minute < 60; minute++) {
                if (isFrozen || isStuck) {
                    boolean isOn = left > 0 || isStuck;
                    sessions[t] += isStuck && left == 0 ? 1 : 0;
                    left = isOn ? Math.max(left, 1) : 0;
                } else if (left > 0) {
                    left--;
                } else if (!isSilent && random.nextDouble() < perMinute) {
                    left = (int) Math.min(20 * 60, Math.exp(4 + gaussian(random)));
                    sessions[t]++;
                }
                occupied[t] += left > 0 ? 60 : 0;
            }
        }
        return IntStream.range(0, HOURS)
                .mapToObj(t ->
                        new HourSeen(t, t % Demand.WEEK, HourSeen.HOUR_S - occupied[t], occupied[t], 0, sessions[t]))
                .toList();
    }

    private boolean isFrozen(Connector of, int t) {
        Outage outage = outages.get(of.group());
        return outage != null && t >= outage.from() && t < outage.to();
    }

    private static double gaussian(SplittableRandom random) {
        double sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += random.nextDouble();
        }
        return sum - 6;
    }
}
