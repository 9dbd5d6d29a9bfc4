package io.chargelake.jobs.extract;

import io.chargelake.jobs.lake.ExitCode;
import io.chargelake.jobs.lake.SecretRef;
import io.chargelake.jobs.lake.UserError;
import io.chargelake.privacy.pseudonym.Keys;
import io.chargelake.privacy.pseudonym.MasterKey;
import java.util.Map;

/** Reads the master key where it is used. Without a good one nothing is extracted. */
final class KeySource {
    static final String DEFAULT = "env:CHARGELAKE_EXTRACT_KEY";

    static Keys read(SecretRef place, Map<String, String> environment) {
        try {
            return new Keys(MasterKey.parse(text(place, environment)));
        } catch (IllegalArgumentException e) {
            throw refused(place, e.getMessage(), e);
        }
    }

    private static String text(SecretRef place, Map<String, String> environment) {
        try {
            return place.read(environment);
        } catch (UserError e) {
            throw refused(place, "is not set, empty or can't be read", e);
        }
    }

    private static UserError refused(SecretRef place, String reason, RuntimeException cause) {
        String how = place.source() == SecretRef.Source.ENV
                ? "set the variable " + place.name()
                : "write it into the file " + place.name();
        return new UserError(
                ExitCode.PRIVACY,
                "Cannot extract: the key of " + place + " " + reason + " (at least " + MasterKey.BYTES
                        + " random bytes in Base64 are needed; make them with '" + MasterKey.RECIPE + "' and " + how
                        + " wherever the driver and the executors run)",
                cause);
    }

    private KeySource() {}
}
