package io.chargelake.jobs.dashboard.pages;

/** A request that can't be answered; the sentence says what is allowed and repeats nothing of the request. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;

    private Refusal(int status, String sentence) {
        super(sentence, null, false, false);
        this.status = status;
    }

    public static Refusal badRequest(String sentence) {
        return new Refusal(400, sentence);
    }

    public static Refusal notFound(String sentence) {
        return new Refusal(404, sentence);
    }

    public static Refusal unauthorised(String sentence) {
        return new Refusal(401, sentence);
    }

    public int status() {
        return status;
    }
}
