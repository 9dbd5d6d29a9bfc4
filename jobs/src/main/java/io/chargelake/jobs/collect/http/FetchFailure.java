package io.chargelake.jobs.collect.http;

import java.time.Duration;
import java.util.Optional;

/** Why there is no answer: a code that metrics and records of gaps count by, words for people, and whether to ask again. */
public final class FetchFailure extends Exception {
    private static final long serialVersionUID = 1L;

    /** What asking again may do. */
    public enum Retry {
        MAY_HELP,
        IS_USELESS
    }

    private final String code;
    private final Retry retry;
    private final transient Optional<Duration> askedToWait;

    private FetchFailure(String code, String words, Retry retry, Optional<Duration> askedToWait) {
        super(words, null, false, false);
        this.code = code;
        this.retry = retry;
        this.askedToWait = askedToWait;
    }

    public static FetchFailure passing(String code, String words) {
        return new FetchFailure(code, words, Retry.MAY_HELP, Optional.empty());
    }

    public static FetchFailure lasting(String code, String words) {
        return new FetchFailure(code, words, Retry.IS_USELESS, Optional.empty());
    }

    static FetchFailure busy(int status, Optional<Duration> askedToWait) {
        return new FetchFailure("status_" + status, "the server answered " + status, Retry.MAY_HELP, askedToWait);
    }

    static FetchFailure tooLarge(long limit) {
        return lasting(
                "too_large", "the answer is larger than " + (limit >> 20) + " MB (" + limit + " bytes; --max-answer)");
    }

    /** The same for good, where no other try was made for a further reason. */
    public FetchFailure andThen(FetchFailure further) {
        return lasting(code, getMessage() + "; then " + further.getMessage());
    }

    public String code() {
        return code;
    }

    public Retry retry() {
        return retry;
    }

    /** How long the server wants to be left alone. */
    public Optional<Duration> askedToWait() {
        return askedToWait;
    }
}
