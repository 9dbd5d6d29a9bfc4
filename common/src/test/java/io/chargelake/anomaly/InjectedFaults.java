package io.chargelake.anomaly;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what a world's watchers tell against what was put into it. {@code main} does so at the size of a large network. */
public final class InjectedFaults {
    private static final int THREE_DAYS = 72;

    record Found(
            double silentRecall,
            double stuckRecall,
            double feedRecall,
            double falseAlarmsPerDay,
            double dueToFeeds,
            double medianSilentDelay_h) {}

    public static void main(String[] args) {
        for (double perDay : new double[] {2, 4, 6, 8}) {
            long started = System.nanoTime();
            Found found = watch(new FaultyWorld(1, 5000, 25, perDay, 200, 50, 10), Thresholds.DEFAULT);
            System.out.printf(
                    "%.0f sessions a day: silent %.3f stuck %.3f feeds %.3f within 3 days, false %.6f per connector-day,"
                            + " told of devices of a broken feed %.6f, median delay %.0f h, %.1f s%n",
                    perDay,
                    found.silentRecall(),
                    found.stuckRecall(),
                    found.feedRecall(),
                    found.falseAlarmsPerDay(),
                    found.dueToFeeds(),
                    found.medianSilentDelay_h(),
                    (System.nanoTime() - started) / 1e9);
        }
    }

    static Found watch(FaultyWorld world, Thresholds thresholds) {
        long[] sessions = new long[Demand.WEEK];
        double[] hours = new double[Demand.WEEK];
        Map<Integer, List<HourSeen>> seen = new TreeMap<>();
        for (FaultyWorld.Connector connector : world.connectors) {
            List<HourSeen> its = world.hours(connector);
            seen.put(connector.number(), its);
            for (HourSeen hour : its) {
                sessions[hour.weekHour()] += hour.sessions();
                hours[hour.weekHour()] += hour.available_s() / 3600.0;
            }
        }
        Demand demand = Demand.of(Demand.shape(sessions, hours), uses(seen, Demand.shape(sessions, hours)));
        return judged(world, seen, demand, thresholds);
    }

    private static List<Demand.Use> uses(Map<Integer, List<HourSeen>> seen, double[] shape) {
        return seen.values().stream().map(its -> use(its, shape)).toList();
    }

    private static Demand.Use use(List<HourSeen> hours, double[] shape) {
        return new Demand.Use(
                hours.stream().mapToLong(HourSeen::sessions).sum(),
                hours.stream()
                        .mapToDouble(h -> h.available_s() * shape[h.weekHour()] / 3600)
                        .sum());
    }

    private static Found judged(
            FaultyWorld world, Map<Integer, List<HourSeen>> seen, Demand demand, Thresholds thresholds) {
        Map<Integer, List<Episode>> feeds = feeds(world, seen, demand, thresholds);
        int silent = 0;
        int silentFound = 0;
        int stuck = 0;
        int stuckFound = 0;
        int falseAlarms = 0;
        int dueToFeeds = 0;
        List<Long> delays = new ArrayList<>();
        for (FaultyWorld.Connector connector : world.connectors) {
            var watch = new DeviceWatch(demand, thresholds);
            seen.get(connector.number()).forEach(watch::add);
            List<Episode> told =
                    Attribution.withoutFeedFaults(watch.episodes(), feeds.getOrDefault(connector.group(), List.of()));
            silent += connector.fault() == FaultyWorld.Fault.SILENT ? 1 : 0;
            stuck += connector.fault() == FaultyWorld.Fault.STUCK ? 1 : 0;
            for (Episode episode : told) {
                boolean isDue = episode.until().orElse(FaultyWorld.HOURS) > connector.start()
                        && episode.noticed() >= connector.start();
                boolean isSoon = episode.noticed() < connector.start() + THREE_DAYS;
                if (isDue && connector.fault() == FaultyWorld.Fault.SILENT && episode.kind() == Episode.Kind.SILENT) {
                    silentFound += isSoon ? 1 : 0;
                    delays.add(episode.noticed() - connector.start());
                } else if (isDue
                        && connector.fault() == FaultyWorld.Fault.STUCK
                        && episode.kind() == Episode.Kind.STUCK_OCCUPIED) {
                    stuckFound += isSoon ? 1 : 0;
                } else if (connector.fault() == FaultyWorld.Fault.FEED
                        && overlaps(world.outages.get(connector.group()), episode)) {
                    dueToFeeds++;
                } else {
                    falseAlarms++;
                }
            }
        }
        double days = (double) world.connectors.size() * FaultyWorld.DAYS;
        long feedsFound = world.outages.values().stream()
                .filter(outage -> feeds.getOrDefault(outage.group(), List.of()).stream()
                        .anyMatch(episode -> overlaps(outage, episode)))
                .count();
        long feedsFalse = feeds.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .filter(episode -> !overlaps(world.outages.get(entry.getKey()), episode)))
                .count();
        delays.sort(null);
        return new Found(
                (double) silentFound / silent,
                (double) stuckFound / stuck,
                (double) feedsFound / world.outages.size(),
                (falseAlarms + feedsFalse) / days,
                dueToFeeds / days,
                delays.isEmpty() ? Double.NaN : delays.get(delays.size() / 2));
    }

    private static boolean overlaps(FaultyWorld.Outage outage, Episode episode) {
        return outage != null
                && episode.since() < outage.to() + 24
                && episode.until().orElse(FaultyWorld.HOURS) > outage.from();
    }

    private static Map<Integer, List<Episode>> feeds(
            FaultyWorld world, Map<Integer, List<HourSeen>> seen, Demand demand, Thresholds thresholds) {
        Map<Integer, List<FaultyWorld.Connector>> groups = new TreeMap<>();
        world.connectors.forEach(
                c -> groups.computeIfAbsent(c.group(), g -> new ArrayList<>()).add(c));
        Map<Integer, List<Episode>> feeds = new TreeMap<>();
        groups.forEach((group, members) -> {
            var watch = new GroupWatch(thresholds.feed());
            double[] rates = members.stream()
                    .mapToDouble(c -> rate(demand, seen.get(c.number())))
                    .toArray();
            for (int t = 0; t < FaultyWorld.HOURS; t++) {
                double expected = 0;
                double busiest = 0;
                int sessions = 0;
                for (int m = 0; m < rates.length; m++) {
                    HourSeen hour = seen.get(members.get(m).number()).get(t);
                    double its = rates[m] * demand.shape(hour.weekHour()) * hour.available_s() / 3600;
                    expected += its;
                    busiest = Math.max(busiest, its);
                    sessions += hour.sessions();
                }
                watch.add(new GroupWatch.Hour(t, members.size(), expected, busiest, sessions, 3600L * rates.length));
            }
            feeds.put(group, watch.episodes());
        });
        return feeds;
    }

    private static double rate(Demand demand, List<HourSeen> hours) {
        double sessions = 0;
        double weighed = 0;
        for (HourSeen hour : hours) {
            sessions += hour.sessions();
            weighed += demand.shape(hour.weekHour()) * hour.available_s() / 3600;
        }
        return demand.rate(sessions, weighed);
    }

    private InjectedFaults() {}
}
