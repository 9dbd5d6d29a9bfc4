package io.chargelake.jobs.lake;

import java.util.Objects;

/**
 * A failure that the user can mend: its message is the one line they see ('Cannot X: reason (value, what is allowed, what to change)'), and it never
 * holds a credential or personal data. A cause, where given, is shown with {@code --debug} only.
 */
public final class UserError extends RuntimeException {
    private final ExitCode code;

    public UserError(ExitCode code, String message) {
        this(code, message, null);
    }

    public UserError(ExitCode code, String message, Throwable cause) {
        super(message, cause);
        this.code = Objects.requireNonNull(code);
    }

    public static UserError usage(String message) {
        return new UserError(ExitCode.USAGE, message);
    }

    public static UserError quality(String message) {
        return new UserError(ExitCode.QUALITY, message);
    }

    public static UserError input(String message) {
        return new UserError(ExitCode.INPUT, message);
    }

    public static UserError privacy(String message) {
        return new UserError(ExitCode.PRIVACY, message);
    }

    public static UserError retry(String message) {
        return new UserError(ExitCode.RETRY, message);
    }

    public ExitCode code() {
        return code;
    }

    public int exitCode() {
        return code.number();
    }
}
