package io.chargelake.jobs.lake;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.apache.hadoop.fs.s3a.auth.NoAuthWithAWSException;
import org.apache.hadoop.security.AccessControlException;
import org.apache.spark.sql.AnalysisException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

/**
 * Says what is wrong with a store in one line that a user can act on. The first rule that fits any exception of the cause chain wins, so the rules stand
 * from the particular to the general. Texts of the store itself are not repeated: they may name keys.
 */
public final class StorageErrors {
    private static final String CREDENTIALS =
            "set the variables or files that object_store names, CHARGELAKE_S3_ACCESS_KEY and CHARGELAKE_S3_SECRET_KEY by default";
    private static final String ENDPOINT = "change object_store.endpoint, or start the store";

    private static final List<Rule> RULES = List.of(
            answer(
                    StorageAnswer::refusesCredentials,
                    ExitCode.INPUT,
                    "the store refuses the credentials (unknown, wrong or expired; " + CREDENTIALS + ")"),
            answer(
                    StorageAnswer::lacksBucket,
                    ExitCode.INPUT,
                    "there is no such bucket or container (create it, or change the URI)"),
            answer(
                    StorageAnswer::isBusy,
                    ExitCode.RETRY,
                    "the store is busy or failing (it kept answering so through all retries; run the same command again later)"),
            answer(
                    StorageAnswer::refusesAccess,
                    ExitCode.INPUT,
                    "the store denies access (status 403: wrong credentials, or no right to this bucket; grant it, or "
                            + CREDENTIALS + ")"),
            error(
                    NoAuthWithAWSException.class::isInstance,
                    ExitCode.INPUT,
                    "no credentials were found (" + CREDENTIALS
                            + ", or set object_store.anonymous for a public bucket)"),
            error(
                    StorageErrors::diskFull,
                    ExitCode.OTHER,
                    "the disk is full (free some space, or change the URI, spark.local.dir or java.io.tmpdir to another disk)"),
            error(
                    UnknownHostException.class::isInstance,
                    ExitCode.INPUT,
                    "the store's host name is not known (" + ENDPOINT
                            + "; object_store.path_style: true if it has no host name for each bucket)"),
            error(
                    StorageErrors::unreachable,
                    ExitCode.INPUT,
                    "the store does not accept connections (" + ENDPOINT + ")"),
            error(
                    SSLException.class::isInstance,
                    ExitCode.INPUT,
                    "the store's TLS can't be trusted or it speaks plain HTTP (change object_store.endpoint to http:// or https:// as the store"
                            + " needs, or add its certificate to Java's trust store)"),
            error(
                    StorageErrors::timedOut,
                    ExitCode.RETRY,
                    "the store does not answer in time (run the same command again later, or change object_store.endpoint)"),
            error(
                    UnsupportedFileSystemException.class::isInstance,
                    ExitCode.INPUT,
                    "the scheme of the URI is not known (change it to s3a://, gs://, abfss:// or a path)"),
            error(
                    StorageErrors::deniedOnDisk,
                    ExitCode.INPUT,
                    "access is denied (change the owner or rights of the file or folder, or the URI)"),
            error(
                    StorageErrors::missing,
                    ExitCode.INPUT,
                    "there is no such file or folder (check the path, or change --input or --lake)"));

    /** What was being done, for the message's first words. */
    public enum Access {
        READ,
        WRITE
    }

    private StorageErrors() {}

    /** The error as one line about reading; an error that is no storage error keeps exit code 1. */
    public static UserError explain(Throwable error, URI location) {
        return explain(error, location.toString(), Access.READ);
    }

    public static UserError explain(Throwable error, String location, Access access) {
        List<Throwable> chain = chain(error);
        Optional<UserError> explained = chain.stream()
                .filter(UserError.class::isInstance)
                .map(UserError.class::cast)
                .findFirst();
        return explained.orElseGet(() -> explainUnknown(chain, cannot(location, access)));
    }

    /** The error as one line about reading a file whose form is known: where its store is well, its data is not. */
    public static UserError explainData(Throwable error, URI file) {
        List<Throwable> chain = chain(error);
        String cannot = cannot(file.toString(), Access.READ);
        return ruled(chain, cannot)
                .orElseGet(() -> new UserError(
                        ExitCode.INPUT,
                        cannot + "its data is damaged (take it out, or have it delivered again)",
                        chain.get(0)));
    }

    private static Optional<UserError> ruled(List<Throwable> chain, String cannot) {
        return RULES.stream()
                .filter(rule -> chain.stream().anyMatch(rule.fits))
                .findFirst()
                .map(rule -> new UserError(rule.code, cannot + rule.text, chain.get(0)));
    }

    private static UserError explainUnknown(List<Throwable> chain, String cannot) {
        return ruled(chain, cannot).orElseGet(() -> unexpected(chain, cannot));
    }

    private static UserError unexpected(List<Throwable> chain, String cannot) {
        Throwable root = chain.get(chain.size() - 1);
        boolean storage = chain.stream().anyMatch(IOException.class::isInstance);
        return new UserError(
                storage ? ExitCode.INPUT : ExitCode.OTHER,
                cannot + "an unexpected " + root.getClass().getSimpleName()
                        + " (run again with --debug to see all of it)",
                chain.get(0));
    }

    /** Without the password of a URI such as s3a://key:secret@bucket; a container of abfss:// stays, having no colon. */
    private static String cannot(String location, Access access) {
        return "Cannot " + (access == Access.READ ? "read " : "write ") + location.replaceFirst("//[^/@]*:[^@]*@", "//")
                + ": ";
    }

    /** From the outside inwards; each once, as chains may be circular. */
    private static List<Throwable> chain(Throwable error) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Throwable> chain = new ArrayList<>();
        for (Throwable next = error; next != null && seen.add(next); next = next.getCause()) {
            chain.add(next);
        }
        return chain;
    }

    private static boolean unreachable(Throwable error) {
        return error instanceof ConnectException || error instanceof NoRouteToHostException;
    }

    private static boolean timedOut(Throwable error) {
        return error instanceof InterruptedIOException || error instanceof ApiCallTimeoutException;
    }

    private static boolean diskFull(Throwable error) {
        return error instanceof IOException && says(error, "No space left on device");
    }

    private static boolean deniedOnDisk(Throwable error) {
        return error instanceof AccessDeniedException
                || error instanceof AccessControlException
                || (error instanceof FileNotFoundException && says(error, "(Permission denied)"));
    }

    private static boolean missing(Throwable error) {
        return error instanceof FileNotFoundException
                || error instanceof NoSuchFileException
                || (error instanceof AnalysisException analysis && "PATH_NOT_FOUND".equals(analysis.getCondition()))
                || StorageAnswer.of(error).filter(StorageAnswer::lacksObject).isPresent();
    }

    private static boolean says(Throwable error, String words) {
        return error.getMessage() != null && error.getMessage().contains(words);
    }

    private static Rule answer(Predicate<StorageAnswer> fits, ExitCode code, String text) {
        return new Rule(error -> StorageAnswer.of(error).filter(fits).isPresent(), code, text);
    }

    private static Rule error(Predicate<Throwable> fits, ExitCode code, String text) {
        return new Rule(fits, code, text);
    }

    private record Rule(Predicate<Throwable> fits, ExitCode code, String text) {}
}
