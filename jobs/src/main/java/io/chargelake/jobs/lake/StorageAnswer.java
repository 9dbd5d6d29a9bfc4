package io.chargelake.jobs.lake;

import com.google.cloud.hadoop.repackaged.gcs.com.google.api.client.http.HttpResponseException;
import java.util.Optional;
import org.apache.hadoop.fs.azurebfs.contracts.exceptions.AbfsRestOperationException;
import org.apache.hadoop.fs.azurebfs.contracts.services.AzureServiceErrorCode;
import org.apache.hadoop.fs.s3a.UnknownStoreException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** What a store answered, whichever of the three it was: the HTTP status and its own word for the error, empty where the answer had no body. */
record StorageAnswer(int status, String code) {

    private static StorageAnswer answer(int status, String code) {
        return new StorageAnswer(status, code == null ? "" : code);
    }

    static Optional<StorageAnswer> of(Throwable error) {
        if (error instanceof AwsServiceException aws) {
            String code =
                    aws.awsErrorDetails() == null ? null : aws.awsErrorDetails().errorCode();
            return Optional.of(answer(aws.statusCode(), code));
        }
        if (error instanceof UnknownStoreException) {
            return Optional.of(new StorageAnswer(404, "NoSuchBucket"));
        }
        if (error instanceof AbfsRestOperationException azure && azure.getStatusCode() > 0) {
            AzureServiceErrorCode code = azure.getErrorCode();
            return Optional.of(answer(azure.getStatusCode(), code == null ? null : code.getErrorCode()));
        }
        if (error instanceof HttpResponseException google) {
            return Optional.of(new StorageAnswer(google.getStatusCode(), ""));
        }
        return Optional.empty();
    }

    boolean refusesCredentials() {
        return status == 401
                || code.matches(
                        "InvalidAccessKeyId|SignatureDoesNotMatch|InvalidToken|ExpiredToken|AuthenticationFailed|.*InvalidSecurity.*");
    }

    boolean refusesAccess() {
        return status == 403;
    }

    boolean lacksBucket() {
        return code.matches("NoSuchBucket|FilesystemNotFound|ContainerNotFound");
    }

    boolean lacksObject() {
        return status == 404;
    }

    boolean isBusy() {
        return status == 429 || status >= 500 || code.matches("SlowDown|RequestTimeout|Throttl.*");
    }
}
