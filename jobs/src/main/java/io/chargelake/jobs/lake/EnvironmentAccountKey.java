package io.chargelake.jobs.lake;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.azurebfs.contracts.exceptions.KeyProviderException;
import org.apache.hadoop.fs.azurebfs.services.KeyProvider;

/** Gives the Azure client an account's key from an environment variable or a mounted file, so that the configuration holds its name only. */
public final class EnvironmentAccountKey implements KeyProvider {
    /** Followed by the account's host name. */
    static final String SIGNING = "fs.azure.chargelake.signing.";

    @Override
    public String getStorageAccountKey(String account, Configuration configuration) throws KeyProviderException {
        String host = account.contains(".") ? account : account + ".dfs.core.windows.net";
        String written = configuration.getTrimmed(SIGNING + host);
        if (written == null) {
            throw new KeyProviderException("no place of a key is configured for " + host);
        }
        try {
            return SecretRef.parse(written).read(System.getenv());
        } catch (UserError e) {
            // its constructor with a cause forgets the cause
            KeyProviderException unread = new KeyProviderException(e.getMessage());
            unread.initCause(e);
            throw unread;
        }
    }
}
