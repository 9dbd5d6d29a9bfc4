package io.chargelake.jobs.dashboard.pages;

import java.util.Optional;

/** A column of an answer, as the page needs to know it to draw and write it. */
public record Field(String name, Type type, Optional<String> unit) {

    /** How a value is read. */
    public enum Type {
        /** ISO 8601: an instant in UTC, or a local day. */
        TIME,
        NUMBER,
        TEXT,
        /** Of a whole, 0 to 1. */
        SHARE,
        LIST,
        FLAG
    }

    public static Field time(String name) {
        return new Field(name, Type.TIME, Optional.empty());
    }

    public static Field number(String name) {
        return new Field(name, Type.NUMBER, Optional.empty());
    }

    public static Field number(String name, String unit) {
        return new Field(name, Type.NUMBER, Optional.of(unit));
    }

    public static Field text(String name) {
        return new Field(name, Type.TEXT, Optional.empty());
    }

    public static Field share(String name) {
        return new Field(name, Type.SHARE, Optional.empty());
    }

    public static Field list(String name) {
        return new Field(name, Type.LIST, Optional.empty());
    }

    public static Field flag(String name) {
        return new Field(name, Type.FLAG, Optional.empty());
    }
}
