package io.chargelake.jobs.status.document;

/** Why a document, a part of it or an element can't be used: a rule's code, and words for a person. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;

    Refusal(String code, String words) {
        super(words, null, false, false);
        this.code = code;
    }

    String code() {
        return code;
    }
}
