package io.chargelake.jobs.generate.output;

import java.io.Serializable;

/** A column of a generated file. */
public record Column(String name, Kind kind) implements Serializable {

    public enum Kind {
        TEXT,
        WHOLE,
        DECIMAL,
        INSTANT,
        FLAG
    }

    public static Column text(String name) {
        return new Column(name, Kind.TEXT);
    }

    public static Column whole(String name) {
        return new Column(name, Kind.WHOLE);
    }

    public static Column decimal(String name) {
        return new Column(name, Kind.DECIMAL);
    }

    public static Column instant(String name) {
        return new Column(name, Kind.INSTANT);
    }

    public static Column flag(String name) {
        return new Column(name, Kind.FLAG);
    }
}
