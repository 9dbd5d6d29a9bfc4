package io.chargelake.jobs.cli;

import io.chargelake.jobs.lake.ExitCode;
import io.chargelake.jobs.lake.StorageErrors;
import io.chargelake.jobs.lake.UserError;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;

/** The one line and the exit code of a failed job. */
final class Errors {

    static int report(String job, URI location, Throwable error, boolean debug) {
        UserError explained = explain(job, location, error);
        System.err.println(explained.getMessage());
        if (debug) {
            error.printStackTrace(System.err);
        }
        return explained.exitCode();
    }

    static UserError explain(String job, URI location, Throwable error) {
        return causes(error)
                .flatMap(cause -> cause instanceof UserError known ? Stream.of(known) : Stream.empty())
                .findFirst()
                .or(() -> outOfMemory(job, error))
                .or(() -> storage(location, error))
                .orElseGet(() -> unexpected(job, error));
    }

    private static Optional<UserError> outOfMemory(String job, Throwable error) {
        return causes(error).anyMatch(OutOfMemoryError.class::isInstance)
                ? Optional.of(new UserError(
                        ExitCode.OTHER,
                        "Cannot run " + job + ": the heap is too small ("
                                + Runtime.getRuntime().maxMemory() / (1 << 20)
                                + " MB; set CHARGELAKE_HEAP, e.g. CHARGELAKE_HEAP=4g)"))
                : Optional.empty();
    }

    private static Optional<UserError> storage(URI location, Throwable error) {
        return Optional.of(StorageErrors.explain(error, location)).filter(known -> known.code() != ExitCode.OTHER);
    }

    private static UserError unexpected(String job, Throwable error) {
        Throwable root = causes(error).reduce((first, last) -> last).orElse(error);
        String words = firstLine(root.getMessage());
        return new UserError(
                ExitCode.OTHER,
                "Cannot run " + job + ": " + root.getClass().getSimpleName() + (words.isEmpty() ? "" : ", " + words)
                        + " (--debug shows where)");
    }

    private static String firstLine(String message) {
        return message == null ? "" : message.lines().findFirst().orElse("");
    }

    private static Stream<Throwable> causes(Throwable error) {
        return Stream.iterate(error, e -> e != null, e -> e.getCause() == e ? null : e.getCause());
    }

    private Errors() {}
}
