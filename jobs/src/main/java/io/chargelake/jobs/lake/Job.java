package io.chargelake.jobs.lake;

/** One command of Chargelake. A class of its capability carries the options (picocli) and the story; a {@link Run} carries the rest. */
public interface Job {

    void run(Run run);

    /** Whether the job may begin a lake that is not there yet. */
    default Lakes.Access access() {
        return Lakes.Access.WRITE;
    }
}
