package io.chargelake.jobs.collect.api;

import io.chargelake.jobs.lake.UserError;
import java.net.URI;
import java.net.URISyntaxException;

/** Addresses as options give them. */
public final class Urls {

    public static URI parse(String option, String text) {
        try {
            URI uri = new URI(text.strip());
            boolean isWeb = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (isWeb && uri.getHost() != null && uri.getRawUserInfo() != null) {
                throw UserError.usage(
                        "Cannot use " + option
                                + ": the address holds a credential (value not shown; --token-env or --token-file name a token)");
            }
            if (isWeb && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // told below, as any other text that is no address
        }
        throw UserError.usage(
                "Cannot use " + option + " " + text + ": it is no address (http:// or https:// is expected)");
    }

    private Urls() {}
}
