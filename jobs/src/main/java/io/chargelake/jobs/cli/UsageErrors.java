package io.chargelake.jobs.cli;

import io.chargelake.jobs.lake.ExitCode;
import io.chargelake.text.Suggestions;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** One line for a command line that can't be understood, with the nearest right word. */
final class UsageErrors {

    static int explain(ParameterException error, String[] args) {
        CommandLine command = error.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        String reason = error instanceof UnmatchedArgumentException unmatched
                ? unmatched(command, unmatched.getUnmatched().get(0))
                : unknownOption(command, args)
                        .map(typed -> unmatched(command, typed))
                        .orElseGet(() -> words(error));
        command.getErr().println("Cannot run " + name + ": " + reason + " (see ./" + name + " --help)");
        return ExitCode.USAGE.number();
    }

    /** A required option that is missing may have been given with a typo: then the typo is the reason. */
    private static Optional<String> unknownOption(CommandLine command, String[] args) {
        return Arrays.stream(args)
                .filter(arg -> arg.startsWith("--"))
                .filter(arg -> !command.getCommandSpec().optionsMap().containsKey(arg.replaceFirst("=.*", "")))
                .findFirst();
    }

    private static String unmatched(CommandLine command, String typed) {
        boolean isOption = typed.startsWith("-");
        String word = isOption ? typed.replaceFirst("=.*", "") : typed;
        boolean isJob = !isOption && !command.getSubcommands().isEmpty();
        Collection<String> known = isOption
                ? command.getCommandSpec().optionsMap().keySet()
                : command.getSubcommands().keySet();
        String what = isOption ? "unknown option " : isJob ? "unknown job " : "unexpected argument ";
        return what
                + word
                + Suggestions.closest(word, known)
                        .map(near -> ", did you mean " + near + "?")
                        .orElse("");
    }

    private static String words(ParameterException error) {
        if (error instanceof MissingParameterException missing) {
            return missing.getMissing().stream().map(UsageErrors::label).collect(Collectors.joining(", "))
                    + " must be given";
        }
        String message = error.getMessage();
        return Character.toLowerCase(message.charAt(0)) + message.substring(1).replace('\n', ' ');
    }

    private static String label(CommandLine.Model.ArgSpec arg) {
        return arg instanceof CommandLine.Model.OptionSpec option ? option.longestName() : arg.paramLabel();
    }

    private UsageErrors() {}
}
