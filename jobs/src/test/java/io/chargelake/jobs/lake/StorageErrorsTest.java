package io.chargelake.jobs.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargelake.jobs.lake.StorageErrors.Access;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.azurebfs.contracts.exceptions.AbfsRestOperationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.s3.model.S3Exception;

class StorageErrorsTest {
    private static final URI PLACE = URI.create("s3a://bucket/x");

    static Stream<Arguments> errors() {
        return Stream.of(
                Arguments.of(aws(403, "InvalidAccessKeyId"), "the store refuses the credentials", 20),
                Arguments.of(aws(403, "SignatureDoesNotMatch"), "the store refuses the credentials", 20),
                Arguments.of(aws(400, "ExpiredToken"), "the store refuses the credentials", 20),
                Arguments.of(aws(403, "AccessDenied"), "the store denies access", 20),
                Arguments.of(aws(403, null), "the store denies access", 20),
                Arguments.of(aws(404, "NoSuchBucket"), "there is no such bucket", 20),
                Arguments.of(aws(404, "NoSuchKey"), "there is no such file or folder", 20),
                Arguments.of(aws(503, "SlowDown"), "the store is busy or failing", 30),
                Arguments.of(aws(500, "InternalError"), "the store is busy or failing", 30),
                Arguments.of(aws(429, null), "the store is busy or failing", 30),
                Arguments.of(azure(401, "AuthenticationFailed"), "the store refuses the credentials", 20),
                Arguments.of(azure(403, "AuthorizationFailure"), "the store denies access", 20),
                Arguments.of(azure(404, "FilesystemNotFound"), "there is no such bucket or container", 20),
                Arguments.of(azure(503, "ServerBusy"), "the store is busy or failing", 30),
                Arguments.of(new SocketTimeoutException("Read timed out"), "the store does not answer in time", 30),
                Arguments.of(new IOException("No space left on device"), "the disk is full", 1),
                Arguments.of(
                        new FileNotFoundException("/data/x (Permission denied)"),
                        "access is denied (change the owner",
                        20),
                Arguments.of(new java.nio.file.AccessDeniedException("/data/x"), "access is denied", 20),
                Arguments.of(new FileNotFoundException("x"), "there is no such file or folder", 20),
                Arguments.of(new IOException("odd"), "an unexpected IOException (run again with --debug", 20),
                Arguments.of(new IllegalStateException("odd"), "an unexpected IllegalStateException", 1));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void anErrorIsExplainedHoweverDeepItIs(Throwable error, String reason, int exitCode) {
        for (Throwable wrapped : List.of(error, new RuntimeException("a task failed", new RuntimeException(error)))) {
            UserError explained = StorageErrors.explain(wrapped, PLACE);
            assertThat(explained).hasMessageStartingWith("Cannot read s3a://bucket/x: " + reason);
            assertThat(explained.exitCode()).isEqualTo(exitCode);
            assertThat(explained).hasCause(wrapped);
        }
    }

    @Test
    void anUnknownSchemeIsExplainedWithTheKnownOnes() {
        URI place = URI.create("s3://bucket/x");
        Throwable error =
                org.assertj.core.api.Assertions.catchThrowable(() -> FileSystem.get(place, new Configuration()));
        assertThat(StorageErrors.explain(error, place))
                .hasMessage(
                        "Cannot read s3://bucket/x: the scheme of the URI is not known (change it to s3a://, gs://, abfss:// or a path)");
    }

    @Test
    void aMessageThatIsForTheUserAlreadyStays() {
        UserError own = UserError.usage("Cannot do it: because (change it)");
        assertThat(StorageErrors.explain(new RuntimeException(own), PLACE)).isSameAs(own);
    }

    @Test
    void credentialsInAUriAreNotRepeatedButContainersAre() {
        assertThat(StorageErrors.explain(aws(403, null), "s3a://id:canary/Se+cret@bucket/x", Access.WRITE))
                .hasMessageStartingWith("Cannot write s3a://bucket/x: ");
        assertThat(StorageErrors.explain(azure(403, ""), "abfss://lake@a.dfs.core.windows.net/x", Access.READ))
                .hasMessageStartingWith("Cannot read abfss://lake@a.dfs.core.windows.net/x: ");
    }

    private static AwsServiceException aws(int status, String code) {
        return (AwsServiceException) S3Exception.builder()
                .statusCode(status)
                .message("canary")
                .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
                .build();
    }

    private static AbfsRestOperationException azure(int status, String code) {
        return new AbfsRestOperationException(status, code, "canary", null);
    }
}
