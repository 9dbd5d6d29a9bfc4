package io.chargelake.privacy.request;

import java.util.Arrays;
import java.util.Optional;

/** How a filter compares. Those that nothing lets out are known, so that a refusal can say so instead of calling them a slip. */
public enum Operator {
    IN("in", "one of"),
    AT_LEAST(">=", "at least"),
    BELOW("<", "below"),
    EQUAL("=", ""),
    AT_MOST("<=", "at most"),
    ABOVE(">", "above"),
    UNEQUAL("!=", "not");

    private final String sign;
    private final String words;

    Operator(String sign, String words) {
        this.sign = sign;
        this.words = words;
    }

    public String sign() {
        return sign;
    }

    String words() {
        return words;
    }

    static Optional<Operator> written(String sign) {
        return Arrays.stream(values()).filter(o -> o.sign.equals(sign)).findFirst();
    }
}
