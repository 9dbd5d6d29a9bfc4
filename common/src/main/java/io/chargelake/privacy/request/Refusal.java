package io.chargelake.privacy.request;

/**
 * Why a request is not answered. It never repeats the value of a filter on a text, which may be personal.
 *
 * @param subject the column, measure or key
 * @param change what is allowed and what to change
 */
public record Refusal(RequestRule rule, String subject, String change) {

    /** @param request its id or its file */
    public String line(String request) {
        return "Cannot extract " + request + ": " + subject + " is refused by rule " + rule.code() + ": "
                + rule.sentence() + " (" + change + ")";
    }
}
