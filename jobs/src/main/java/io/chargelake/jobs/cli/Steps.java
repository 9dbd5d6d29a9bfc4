package io.chargelake.jobs.cli;

import io.chargelake.jobs.lake.Job;
import io.chargelake.jobs.lake.Run;
import java.util.Map;

/** A command made of other commands, or of none: it needs no run of its own. */
interface Steps extends Job {

    /** @return the exit code */
    int execute(Map<String, String> arguments);

    @Override
    default void run(Run run) {
        throw new UnsupportedOperationException("Steps are executed, not run");
    }
}
