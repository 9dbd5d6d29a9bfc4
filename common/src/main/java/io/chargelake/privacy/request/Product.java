package io.chargelake.privacy.request;

import java.util.Locale;

/** What leaves; the two are never confused. */
public enum Product {
    ANONYMOUS("figures of groups in which nobody can be found again"),
    PSEUDONYMISED("rows of single records under pseudonyms: still personal data, to be treated as such");

    private final String meaning;

    Product(String meaning) {
        this.meaning = meaning;
    }

    public String meaning() {
        return meaning;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
