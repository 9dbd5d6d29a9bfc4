package io.chargelake.jobs.status.occupancy;

import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.raw.FlatFiles;
import io.chargelake.jobs.raw.RawFile;
import io.chargelake.jobs.raw.RawFiles;
import io.chargelake.jobs.tables.FlatPolls;
import io.chargelake.jobs.tables.StatusChargingpoints;
import io.chargelake.jobs.tables.StatusConnectors;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Where polls come from: the facts of the lake, or raw files in the flat form.
 *
 * @param unreadable files no poll could be taken from
 */
record PollSource(PollFeed feed, List<FlatFiles.Unreadable> unreadable) {

    static PollSource facts(Run run) {
        PollFeed points = new BatchFeed(PollColumns.ofPoints(run.read(StatusChargingpoints.TABLE)));
        PollFeed connectors = new BatchFeed(PollColumns.ofConnectors(run.read(StatusConnectors.TABLE)));
        return new PollSource(new AllFeeds(List.of(points, connectors)), List.of());
    }

    static PollSource files(Run run, URI input) {
        List<RawFile> files = RawFiles.of(run, input);
        List<PollFeed> feeds = new ArrayList<>();
        ParquetPolls asDeclared = ParquetPolls.among(run.spark(), files);
        if (!asDeclared.files().isEmpty()) {
            PollTimes times = PollTimes.asOf(run.context().started(), run.days());
            feeds.add(new PageFeed(run.spark(), asDeclared.groups()).between(times.firstAsked(), times.lastAsked()));
        }
        List<RawFile> others = new ArrayList<>(files);
        others.removeAll(new HashSet<>(asDeclared.files()));
        if (others.isEmpty()) {
            return new PollSource(new AllFeeds(feeds), List.of());
        }
        FlatFiles.Rows parsed = FlatFiles.read(run.spark(), others, FlatPolls.TABLE, Map.of());
        parsed.groups()
                .forEach(rows -> feeds.add(new RowFeed(PollColumns.ofFiles(rows).of(run.days()))));
        return new PollSource(new AllFeeds(feeds), parsed.unreadable());
    }
}
