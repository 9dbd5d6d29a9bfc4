package io.chargelake.jobs.status.occupancy;

import io.chargelake.jobs.lake.Days;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.raw.FlatFiles;
import io.chargelake.jobs.raw.RawFile;
import io.chargelake.jobs.raw.RawFiles;
import io.chargelake.jobs.tables.FlatPolls;
import io.chargelake.jobs.tables.StatusChargingpoints;
import io.chargelake.jobs.tables.StatusConnectors;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Where polls come from: the facts of the lake, or raw files in the flat form. */
final class PollSources {

    static PollFeed facts(Run run) {
        return new AllFeeds(List.of(
                new RowFeed(PollColumns.ofPoints(run.read(StatusChargingpoints.TABLE))),
                new RowFeed(PollColumns.ofConnectors(run.read(StatusConnectors.TABLE)))));
    }

    static PollFeed files(Run run, URI input) {
        List<RawFile> files = RawFiles.find(run.spark(), input);
        files.forEach(file -> run.noteInput(file.path().toString(), file.version(), -1));
        List<PollFeed> feeds = new ArrayList<>();
        for (Dataset<Row> rows :
                FlatFiles.read(run.spark(), files, FlatPolls.TABLE, Map.of()).groups()) {
            feeds.add(new RowFeed(PollColumns.ofFlat(within(run.days(), rows))));
        }
        return new AllFeeds(feeds);
    }

    /** Polls without a readable time are looked at in any case. */
    private static Dataset<Row> within(Days days, Dataset<Row> polls) {
        return days.isAll()
                ? polls
                : polls.where(FlatPolls.QUERY_TIME.col().isNull().or(days.containTime(FlatPolls.QUERY_TIME.col())));
    }

    private PollSources() {}
}
