package io.chargelake.jobs.lake;

/** What the process's exit code says; schedulers decide on a retry by it, and docs/exit-codes.md is generated from it. */
public enum ExitCode {
    OK(0, "the job finished and its tables are published"),
    OTHER(1, "anything else: a fault of the program or of the machine it runs on"),
    USAGE(2, "wrong option, configuration or request file; nothing was read or written"),
    QUALITY(10, "the input was read but too much of it is unusable; nothing was published"),
    INPUT(20, "the input, a table or its store is missing, unreadable or refuses access"),
    RETRY(30, "a passing fault, such as a busy or slow store: the same command may succeed later"),
    PRIVACY(40, "refused because it could reveal an individual");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    public int number() {
        return number;
    }

    public String meaning() {
        return meaning;
    }
}
