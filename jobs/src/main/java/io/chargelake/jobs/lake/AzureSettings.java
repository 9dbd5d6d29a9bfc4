package io.chargelake.jobs.lake;

import java.util.Optional;

/** The storage account behind {@code abfss://}; without a key Hadoop's own settings for Azure identities apply. */
public record AzureSettings(String account, Optional<SecretRef> key) {
    public AzureSettings {
        if (!account.matches("[a-z0-9]{3,24}")) {
            throw new IllegalArgumentException("account is not the name of a storage account ('" + account
                    + "', allowed: 3 to 24 lower-case letters and digits)");
        }
    }
}
