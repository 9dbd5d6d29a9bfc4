package io.chargelake.jobs.status.document;

import io.chargelake.jobs.tables.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a part of a document holds that was polled at one time: statuses, master data, what could not be used. */
final class Block {

    /** A device's status; {@code status} and {@code sensor} may be null. */
    record Poll(String deviceType, String deviceId, String status, String sensor) {}

    /** A row of a dimension, its attributes as JSON. */
    record Master(Table dimension, String key, String attributes) {}

    /** Something that could not be used, as received. */
    record Refused(String code, String raw) {}

    /** Something worth a warning; the same one is told once. */
    record Note(String code, String detail) {}

    private final List<Poll> polls = new ArrayList<>();
    private final List<Master> masters = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();
    private final Set<Note> notes = new LinkedHashSet<>();
    private long second;

    void poll(Poll poll) {
        polls.add(poll);
    }

    void master(Master master) {
        masters.add(master);
    }

    void refuse(String code, String raw) {
        refused.add(new Refused(code, raw));
    }

    void note(String code, String detail) {
        notes.add(new Note(code, detail));
    }

    /** Gives everything in it its time. */
    void at(long epochSecond) {
        second = epochSecond;
    }

    long second() {
        return second;
    }

    List<Poll> polls() {
        return polls;
    }

    List<Master> masters() {
        return masters;
    }

    List<Refused> refused() {
        return refused;
    }

    Set<Note> notes() {
        return notes;
    }
}
