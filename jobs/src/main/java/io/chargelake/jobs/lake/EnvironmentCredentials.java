package io.chargelake.jobs.lake;

import java.net.URI;
import org.apache.hadoop.conf.Configuration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * Gives S3A the keys from environment variables or mounted files, so that the configuration holds their names only. The names are read below
 * {@code fs.s3a.}, so S3A's settings for one bucket ({@code fs.s3a.bucket.NAME.*}) reach them too.
 */
public final class EnvironmentCredentials implements AwsCredentialsProvider {
    static final String IDENTITY = "fs.s3a.chargelake.identity";
    static final String SIGNING = "fs.s3a.chargelake.signing";

    private final SecretRef accessKey;
    private final SecretRef secretKey;

    /** The constructor that S3A looks for. */
    public EnvironmentCredentials(URI store, Configuration configuration) {
        this.accessKey = SecretRef.parse(configuration.getTrimmed(IDENTITY, "env:" + ObjectStores.ACCESS_KEY_ENV));
        this.secretKey = SecretRef.parse(configuration.getTrimmed(SIGNING, "env:" + ObjectStores.SECRET_KEY_ENV));
    }

    @Override
    public AwsCredentials resolveCredentials() {
        try {
            return AwsBasicCredentials.create(accessKey.read(System.getenv()), secretKey.read(System.getenv()));
        } catch (UserError e) {
            // S3A keeps only the SDK's exceptions as a cause
            throw SdkClientException.create(e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        return "EnvironmentCredentials[" + accessKey + ", " + secretKey + "]";
    }
}
