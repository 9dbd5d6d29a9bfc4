package io.chargelake.jobs.status.occupancy;

import java.util.List;
import org.apache.spark.api.java.JavaRDD;

/** Polls from several sources. */
record AllFeeds(List<PollFeed> feeds) implements PollFeed {
    AllFeeds {
        feeds = List.copyOf(feeds);
        if (feeds.isEmpty()) {
            throw new IllegalArgumentException("Cannot feed polls: no source given");
        }
    }

    @Override
    public <T> JavaRDD<T> map(Task<T> task) {
        return feeds.stream().map(feed -> feed.map(task)).reduce(JavaRDD::union).orElseThrow();
    }

    @Override
    public PollFeed between(long firstSecond, long lastSecond) {
        return new AllFeeds(feeds.stream()
                .map(feed -> feed.between(firstSecond, lastSecond))
                .toList());
    }
}
