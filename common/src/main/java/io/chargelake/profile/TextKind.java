package io.chargelake.profile;

/** What a value is, told by how it is written. */
enum TextKind {
    /** Nothing but white space. */
    BLANK("no value"),
    /** A word for nothing, such as NA. */
    WORD_FOR_NOTHING("no value"),
    INTEGER("integer"),
    DECIMAL("decimal"),
    DECIMAL_COMMA("decimal"),
    BOOLEAN("boolean"),
    /** A date and a time with an offset. */
    MOMENT("moment"),
    /** A date and a time that name no offset. */
    LOCAL_TIME("local time"),
    DATE("date"),
    /** Hours, minutes and perhaps seconds, of a duration or of a day. */
    CLOCK("clock"),
    /** A list of a document. */
    LIST("list"),
    TEXT("text");

    private final String word;

    TextKind(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    boolean isMissing() {
        return this == BLANK || this == WORD_FOR_NOTHING;
    }

    boolean isNumber() {
        return this == INTEGER || this == DECIMAL || this == DECIMAL_COMMA;
    }

    boolean isTime() {
        return this == MOMENT || this == LOCAL_TIME || this == DATE;
    }
}
