package io.chargelake.jobs.status.occupancy;

import io.chargelake.status.PollTiming;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import scala.Tuple2;

/**
 * The runs of all devices by day, with what the tables know around the days computed.
 *
 * @param days for each day with rows to write, what the shares dealt for it
 * @param beyond those of these days that the scope does not write as a whole
 * @param devices by their numbers
 */
record DealtDays(JavaPairRDD<Long, List<byte[]>> days, Set<Long> beyond, Broadcast<Device[]> devices) {

    /** Days computed for the first time, or all there are: nothing around them matters. */
    static DealtDays alone(JavaRDD<Share> shares, Scope scope, PollTiming timing) {
        JavaRDD<Timelines> alone = shares.map(share -> Timelines.of(share, List.of(), scope));
        List<Device> all = shares.map(Share::list).collect().stream()
                .flatMap(list -> Arrays.stream(list.devices()))
                .toList();
        Broadcast<Device[]> devices = broadcast(shares, all);
        return new DealtDays(deal(alone, devices, scope, timing), Set.of(), devices);
    }

    static DealtDays among(StoredRuns stored, JavaRDD<Share> shares, PollTiming timing) {
        Scope scope = stored.scope();
        int count = shares.getNumPartitions();
        JavaRDD<StoredRun> around = byShare(stored.around(), count);
        List<Edges> near = with(shares, around, scope).map(Edges::of).collect();
        Set<Device> all = new TreeSet<>(devices(near, Edges::all));
        List<Device> silent = stored.silent().stream().filter(all::add).toList();
        List<StoredRun> further = new ArrayList<>();
        further.addAll(stored.before(together(devices(near, Edges::beginning), silent)));
        further.addAll(stored.after(together(devices(near, Edges::ending), silent)));
        JavaRDD<StoredRun> known = further.isEmpty()
                ? around
                : byShare(JavaSparkContext.fromSparkContext(shares.context()).parallelize(further, 1), count)
                        .zipPartitions(around, DealtDays::both);
        Broadcast<Device[]> devices = broadcast(shares, all);
        JavaPairRDD<Long, List<byte[]>> days = deal(with(shares, known, scope), devices, scope, timing);
        Set<Long> beyond =
                new TreeSet<>(days.keys().filter(day -> !scope.writes(day)).collect());
        return new DealtDays(days, beyond, devices);
    }

    /** Days whose rows are replaced. */
    Set<LocalDate> changed(Scope scope) {
        Set<LocalDate> days = scope.writtenDays();
        beyond.forEach(day -> days.add(LocalDate.ofEpochDay(day)));
        return days;
    }

    private static List<Device> together(List<Device> some, List<Device> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private static Iterator<StoredRun> both(Iterator<StoredRun> some, Iterator<StoredRun> others) {
        List<StoredRun> both = new ArrayList<>();
        some.forEachRemaining(both::add);
        others.forEachRemaining(both::add);
        return both.iterator();
    }

    /** What the timelines of a share say before any stored run further away is known. */
    private record Edges(DeviceList all, DeviceList beginning, DeviceList ending) implements Serializable {
        static Edges of(Timelines near) {
            Scope scope = near.scope();
            return new Edges(
                    DeviceList.of(Arrays.asList(near.devices())),
                    DeviceList.of(near.beginningFrom(Scope.start(scope.firstWritten()))),
                    DeviceList.of(near.endingBefore(Scope.start(scope.endWritten()))));
        }
    }

    private static List<Device> devices(List<Edges> near, Function<Edges, DeviceList> which) {
        return near.stream()
                .flatMap(edges -> Arrays.stream(which.apply(edges).devices()))
                .toList();
    }

    /** Packed as bytes on the way: Java's own serialization takes longer than all that is done with them. */
    private static JavaRDD<StoredRun> byShare(JavaRDD<StoredRun> runs, int shares) {
        return runs.mapPartitionsToPair(part -> StoredRun.packed(part, shares))
                .partitionBy(new HashPartitioner(shares))
                .values()
                .flatMap(StoredRun::unpacked);
    }

    private static JavaRDD<Timelines> with(JavaRDD<Share> shares, JavaRDD<StoredRun> runs, Scope scope) {
        return shares.zipPartitions(runs, (share, stored) -> {
            List<StoredRun> list = new ArrayList<>();
            stored.forEachRemaining(list::add);
            return List.of(Timelines.of(share.next(), list, scope)).iterator();
        });
    }

    private static Broadcast<Device[]> broadcast(JavaRDD<Share> shares, Collection<Device> devices) {
        return JavaSparkContext.fromSparkContext(shares.context())
                .broadcast(devices.stream().sorted().toArray(Device[]::new));
    }

    private static JavaPairRDD<Long, List<byte[]>> deal(
            JavaRDD<Timelines> timelines, Broadcast<Device[]> devices, Scope scope, PollTiming timing) {
        return timelines
                .flatMapToPair(t -> {
                    int[] numbers = Arrays.stream(t.devices())
                            .mapToInt(device -> Arrays.binarySearch(devices.value(), device))
                            .toArray();
                    return DayDealer.deal(t, scope, timing, place -> numbers[place]);
                })
                .partitionBy(new DayPartitioner(scope))
                .mapPartitionsToPair(DealtDays::byDay, true);
    }

    private static Iterator<Tuple2<Long, List<byte[]>>> byDay(Iterator<Tuple2<Long, byte[]>> dealt) {
        Map<Long, List<byte[]>> days = new TreeMap<>();
        dealt.forEachRemaining(
                day -> days.computeIfAbsent(day._1(), d -> new ArrayList<>()).add(day._2()));
        return days.entrySet().stream()
                .map(day -> new Tuple2<>(day.getKey(), day.getValue()))
                .iterator();
    }
}
