package io.chargelake.jobs.lake;

/** A job that only looks: it answers on stdout, changes nothing and leaves no record. */
public interface Query extends Job {

    @Override
    default Lakes.Access access() {
        return Lakes.Access.READ;
    }
}
