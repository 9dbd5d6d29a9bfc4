package io.chargelake.quality;

import java.util.Locale;

/** What happens to a row that breaks a rule. */
public enum Severity {
    WARN("the row is kept, the finding counted"),
    QUARANTINE("the row is moved to the quarantine, with the reason"),
    FAIL("the job stops before anything is published");

    private final String meaning;

    Severity(String meaning) {
        this.meaning = meaning;
    }

    public String meaning() {
        return meaning;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
