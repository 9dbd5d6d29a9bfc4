package io.chargelake.jobs.status.occupancy;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/**
 * All polls of a feed as settled runs, by share of devices. Polls are read once where they are; only runs are shuffled.
 * Where runs of different files overlap so that they can't tell the order of polls, the polls of these windows are read
 * again.
 *
 * @param shares kept until closed
 * @param kept distinct polls in the runs
 */
record SettledPolls(JavaRDD<Share> shares, PollTally tally, long conflicts, long kept) implements AutoCloseable {

    static SettledPolls of(PollFeed feed, EncodePolls encode) {
        JavaRDD<Share> shares = byShare(feed.map(encode), encode.shares())
                .mapPartitions(pieces -> List.of(Share.gather(pieces)).iterator())
                .persist(StorageLevel.MEMORY_AND_DISK());
        List<Share.Window> tangles =
                shares.flatMap(share -> share.tangles().iterator()).collect();
        if (tangles.isEmpty()) {
            return counted(shares);
        }
        JavaRDD<Share> untangled =
                untangle(shares, new ArrayList<>(tangles), feed, encode).persist(StorageLevel.MEMORY_AND_DISK());
        SettledPolls settled = counted(untangled);
        shares.unpersist();
        return settled;
    }

    @Override
    public void close() {
        shares.unpersist();
    }

    private static JavaRDD<Share> untangle(
            JavaRDD<Share> shares, List<Share.Window> tangles, PollFeed feed, EncodePolls encode) {
        long first = tangles.stream().mapToLong(Share.Window::from).min().orElseThrow();
        long last = tangles.stream().mapToLong(Share.Window::to).max().orElseThrow();
        ReplayPolls replay = new ReplayPolls(
                JavaSparkContext.fromSparkContext(shares.context()).broadcast(tangles),
                encode.times(),
                encode.shares());
        JavaRDD<Pieces> seen = byShare(feed.between(first, last).map(replay), encode.shares());
        return shares.zipPartitions(
                seen, (share, polls) -> List.of(share.next().untangled(polls)).iterator());
    }

    private static JavaRDD<Pieces> byShare(JavaRDD<Tuple2<Integer, Pieces>> dealt, int shares) {
        return dealt.mapToPair(pieces -> pieces)
                .partitionBy(new HashPartitioner(shares))
                .values();
    }

    private static SettledPolls counted(JavaRDD<Share> shares) {
        List<Share.Counts> counts = shares.map(Share::counts).collect();
        return new SettledPolls(
                shares,
                PollTally.sum(counts.stream().map(Share.Counts::tally).toList()),
                counts.stream().mapToLong(Share.Counts::conflicts).sum(),
                counts.stream().mapToLong(Share.Counts::kept).sum());
    }
}
