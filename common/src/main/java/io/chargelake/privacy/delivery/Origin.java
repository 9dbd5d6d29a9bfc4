package io.chargelake.privacy.delivery;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a delivery was made of, so that it can be made again.
 *
 * @param tableVersions by the name of each table that was read
 * @param rulesVersion which release of the rules protected it; never their parameters
 * @param keyId tells which key was used, and nothing of it; empty where none was
 */
public record Origin(Map<String, String> tableVersions, String rulesVersion, Optional<String> keyId) {
    public Origin {
        tableVersions = Collections.unmodifiableMap(new TreeMap<>(tableVersions));
    }
}
