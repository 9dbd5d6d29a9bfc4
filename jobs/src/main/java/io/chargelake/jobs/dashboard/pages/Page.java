package io.chargelake.jobs.dashboard.pages;

import io.chargelake.jobs.dashboard.store.Snapshot;
import io.chargelake.jobs.dashboard.store.Source;
import java.util.List;
import java.util.Set;

/** What one page of the dashboard asks: a few queries of a snapshot. */
public interface Page {

    /** Below {@code /api/}. */
    String path();

    /** None, unless it says which. */
    default Set<String> parameters() {
        return Set.of();
    }

    /** The tables it rests on: while their versions are the same, so is the answer. */
    List<Source> sources();

    Answer answer(Snapshot snapshot, Parameters asked);
}
