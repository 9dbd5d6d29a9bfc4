package io.chargelake.jobs.cli;

import io.chargelake.jobs.collect.CollectRules;
import io.chargelake.jobs.fleet.FleetRules;
import io.chargelake.jobs.lake.ExitCode;
import io.chargelake.jobs.lake.UserError;
import io.chargelake.jobs.stations.StationRules;
import io.chargelake.jobs.status.StatusRules;
import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.Table;
import io.chargelake.jobs.tables.Tables;
import io.chargelake.jobs.vehicles.clean.VehicleQuality;
import io.chargelake.privacy.request.RequestRule;
import io.chargelake.quality.RuleText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/** Writes the pages of docs/ that say what the code says. A test fails when a page and the code differ. */
@Command(name = "docs", hidden = true, description = "Write the generated pages of docs/.")
final class Docs implements Steps {
    private static final String NOTE =
            "<!-- Made from the code by ./chargelake docs: change the code, not this page. -->\n\n";

    @Option(
            names = "--output",
            defaultValue = "docs",
            paramLabel = "FOLDER",
            description = "where they go (default ${DEFAULT-VALUE})")
    Path output;

    @Override
    public int execute(Map<String, String> arguments) {
        pages().forEach((name, text) -> write(output.resolve(name), text));
        return ExitCode.OK.number();
    }

    static Map<String, String> pages() {
        var pages = new LinkedHashMap<String, String>();
        pages.put("jobs.md", jobs());
        pages.put("options.md", options());
        pages.put("tables.md", tables());
        pages.put("rules.md", rules());
        pages.put("exit-codes.md", exitCodes());
        return pages;
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw UserError.input("Cannot write " + file + ": " + e.getMessage() + " (--output)");
        }
    }

    private static Stream<CommandLine> commands() {
        return Main.commandLine().getSubcommands().values().stream()
                .filter(command -> !command.getCommandSpec().usageMessage().hidden());
    }

    private static String jobs() {
        return NOTE
                + "# Jobs\n\n`./chargelake JOB [options]`; the options of each are in [options.md](options.md).\n\n| job | what it does |\n|---|---|\n"
                + commands()
                        .map(c -> "| [`" + c.getCommandName() + "`](options.md#" + c.getCommandName() + ") | "
                                + summary(c.getCommandSpec()) + " |\n")
                        .collect(Collectors.joining());
    }

    private static String options() {
        return NOTE + "# Options\n\n"
                + commands().map(c -> options(c.getCommandSpec())).collect(Collectors.joining("\n"));
    }

    private static String options(CommandSpec job) {
        String positional = job.positionalParameters().stream()
                .map(p -> "| `" + p.paramLabel() + "` | " + cell(p.description()) + " |\n")
                .collect(Collectors.joining());
        String named = job.options().stream()
                .filter(option -> !option.hidden())
                .map(option -> "| `" + signature(option) + "` | " + cell(option.description()) + " |\n")
                .collect(Collectors.joining());
        return "## " + job.name() + "\n\n" + summary(job) + "\n\n| option | meaning |\n|---|---|\n" + positional
                + named;
    }

    private static String signature(OptionSpec option) {
        return String.join(", ", option.names()) + (option.arity().max() == 0 ? "" : " " + option.paramLabel());
    }

    private static String summary(CommandSpec job) {
        return String.join(" ", job.usageMessage().description());
    }

    private static String cell(String[] description) {
        return String.join(" ", description).replace("|", "\\|");
    }

    private static String tables() {
        return NOTE
                + "# Tables\n\nAll times are UTC. A table that is laid out by days has `day` as its last column: filter by it.\n\n"
                + Tables.ALL.stream().map(Docs::table).collect(Collectors.joining("\n"))
                + "\n# Files\n\n"
                + Tables.FILES.stream().map(Docs::table).collect(Collectors.joining("\n"));
    }

    private static String table(Table table) {
        return "## " + table.name() + "\n\n" + table.meaning() + ". Layer: "
                + table.layer().name().toLowerCase(java.util.Locale.ROOT) + " ("
                + table.layer().meaning() + ")."
                + (table.keys().isEmpty() ? "" : " Key: " + names(table.keys()) + ".")
                + table.dayOf()
                        .map(time -> " Laid out by the day of `" + time.name() + "`")
                        .orElse("")
                + (table.clusterBy().isEmpty() ? "" : ", within it by " + names(table.clusterBy()))
                + (table.isByDay() ? "." : "")
                + table.personalRows()
                        .map(rows -> " Personal data where `" + rows.column().name() + "` is `" + rows.value() + "`.")
                        .orElse("")
                + "\n\n| column | type | | unit | meaning |\n|---|---|---|---|---|\n"
                + table.columns().stream().map(Docs::column).collect(Collectors.joining());
    }

    private static String column(Col col) {
        return "| `" + col.name() + "` | " + col.type().simpleString() + " | " + words(col) + " | " + col.unit() + " | "
                + col.meaning() + " |\n";
    }

    private static String words(Col col) {
        return Stream.of(col.isRequired() ? "required" : "", col.isPersonal() ? "personal" : "")
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String names(Collection<Col> cols) {
        return cols.stream().map(c -> "`" + c.name() + "`").collect(Collectors.joining(", "));
    }

    private static String rules() {
        List<RuleText> all = Stream.of(
                        StatusRules.catalogue(),
                        VehicleQuality.catalogue(),
                        StationRules.catalogue(),
                        FleetRules.catalogue(),
                        CollectRules.texts())
                .flatMap(Collection::stream)
                .toList();
        return NOTE
                + "# Quality rules\n\nA broken rule of severity `warn` keeps the row, `quarantine` moves it to `quarantine_status`, `quarantine_vehicles`, `quarantine_stations` or `quarantine_fleet` with the code as its reason, `fail` stops the job before anything is published. Set `vehicles` is of drives and charges alike, set `collect` of polls.\n\n"
                + table(all)
                + "\n## Requests for extracts\n\nWhat a request breaks is refused with exit code 40, before any data is read ([privacy.md](privacy.md)).\n\n"
                + table(RequestRule.catalogue());
    }

    private static String table(List<RuleText> rules) {
        return "| set | code | severity | what is wrong |\n|---|---|---|---|\n"
                + rules.stream()
                        .map(r -> "| " + r.set() + " | `" + r.code() + "` | "
                                + r.severity().code() + " | " + r.sentence() + " |\n")
                        .collect(Collectors.joining());
    }

    private static String exitCodes() {
        return NOTE + "# Exit codes\n\n| code | name | meaning |\n|---|---|---|\n"
                + Stream.of(ExitCode.values())
                        .map(c -> "| " + c.number() + " | " + c.name().toLowerCase(java.util.Locale.ROOT) + " | "
                                + c.meaning() + " |\n")
                        .collect(Collectors.joining());
    }
}
