package io.chargelake.jobs.tables;

/** How far a table is from what was received; data flows down this list only. */
public enum Layer {
    RAW("as received, never changed"),
    CLEAN("checked, one meaning"),
    GOLD("what people and programs read"),
    QUARANTINE("what was refused, with the reason");

    private final String meaning;

    Layer(String meaning) {
        this.meaning = meaning;
    }

    public String meaning() {
        return meaning;
    }
}
