package io.chargelake.jobs.lake;

import io.chargelake.jobs.tables.Table;
import java.util.Collection;

/** Whether an append of a run is still to be done. A format would skip a repeated run id in silence, whatever its rows. */
final class AppendOnce {

    static boolean isNew(Table table, String runId, String transaction, Collection<String> done) {
        if (done.contains(transaction)) {
            return false;
        }
        if (done.stream().anyMatch(t -> t.startsWith(runId + "#"))) {
            throw UserError.input("Cannot append to " + table.name() + ": run " + runId
                    + " has already appended other rows (give the new input a new --run-id)");
        }
        return true;
    }

    private AppendOnce() {}
}
