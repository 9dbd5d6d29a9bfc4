package io.chargelake.jobs.profile;

import io.chargelake.jobs.lake.Accounting;
import io.chargelake.jobs.lake.Finding;
import io.chargelake.jobs.lake.Job;
import io.chargelake.jobs.lake.Lakes;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.lake.Storage;
import io.chargelake.jobs.lake.StorageErrors;
import io.chargelake.jobs.lake.UserError;
import io.chargelake.jobs.raw.FlatFiles.Unreadable;
import io.chargelake.jobs.raw.RawFiles;
import io.chargelake.profile.Profiler;
import io.chargelake.profile.TableProfile;
import io.chargelake.profile.TableSketch;
import io.chargelake.profile.Words;
import io.chargelake.quality.Severity;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What is in a table: its columns, what is wrong with them, and whether they can be used. */
@Command(
        name = "profile",
        description = "Tell what is in a raw or clean table, and which of its columns can be used.",
        footer = {
            "",
            "Example: ./chargelake profile --input raw/vehicles --html profile.html",
            "         ./chargelake profile --table drive"
        })
public final class ProfileJob implements Job {
    /** Zones beside the network's own that times are held against; those of one row change their clocks alike. */
    private static final List<String> ZONES = List.of(
            "Europe/Berlin",
            "Europe/London",
            "Europe/Helsinki",
            "America/New_York",
            "America/Chicago",
            "America/Denver",
            "America/Los_Angeles");

    private static final int NARROWEST = 40;

    @ArgGroup(multiplicity = "1")
    What what;

    /** What is looked at. */
    static final class What {
        @Option(
                names = "--input",
                paramLabel = "URI",
                description =
                        "CSV, JSON or Parquet: a file, a folder or a glob; or the folder of a Delta or Iceberg table; what a file is, is told by its bytes")
        Optional<String> input = Optional.empty();

        @Option(
                names = "--table",
                paramLabel = "NAME",
                description = "a table of the lake; --from and --to choose its days")
        Optional<String> table = Optional.empty();
    }

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "write the profile as a page of HTML too; it needs no network")
    Optional<String> html = Optional.empty();

    @Option(names = "--json-file", paramLabel = "FILE", description = "write the profile as JSON too")
    Optional<String> json = Optional.empty();

    @Option(
            names = "--width",
            paramLabel = "N",
            description =
                    "characters in a line of the page (default: as wide as the terminal, 120 where there is none)")
    int width = Integer.getInteger("chargelake.columns", 120);

    @Override
    public Lakes.Access access() {
        return what.table.isPresent() ? Lakes.Access.READ : Lakes.Access.NONE;
    }

    @Override
    public void run(Run run) {
        if (width < NARROWEST) {
            throw UserError.usage(
                    "Cannot use --width " + width + ": a page is at least " + NARROWEST + " characters wide");
        }
        run.spark().sparkContext().setJobDescription("profile " + title());
        Found found = what.table
                .map(name -> stored(run, StoredTable.named(run, name)))
                .orElseGet(() -> input(run, Storage.uri(what.input.orElseThrow())));
        run.spark().sparkContext().setJobDescription(null);
        note(run, found);
        List<TableProfile> profiles = found.sketches.entrySet().stream()
                .map(table -> Profiler.of(
                        table.getKey(), table.getValue(), run.context().started()))
                .toList();
        long rows = profiles.stream().mapToLong(profile -> profile.rows().all()).sum();
        json.ifPresent(file -> write(run, Storage.uri(file), rows, JsonPage.of(profiles, found.unreadable) + "\n"));
        html.ifPresent(file ->
                write(run, Storage.uri(file), rows, HtmlPage.of(title(), made(run, rows), profiles, found.unreadable)));
        answer(run, profiles);
    }

    private record Found(Map<String, TableSketch> sketches, List<Unreadable> unreadable) {}

    private Found input(Run run, URI input) {
        if (!run.days().isAll()) {
            throw UserError.usage("Cannot use --from or --to with --input: which days its rows are of is not known"
                    + " (choose files by a glob, or profile a table of the lake by --table)");
        }
        return StoredTable.inFolder(run, input).map(part -> stored(run, part)).orElseGet(() -> raw(run, input));
    }

    private static Found stored(Run run, Part part) {
        return new Found(Sketches.of(run.spark(), List.of(part), zones(run)), List.of());
    }

    private static Found raw(Run run, URI input) {
        RawProfile read = RawProfile.of(run.spark(), RawFiles.of(run, input), zones(run));
        return new Found(read.sketches(), read.unreadable());
    }

    /** The network's own first. */
    private static List<String> zones(Run run) {
        return List.copyOf(new LinkedHashSet<>(
                Stream.concat(Stream.of(run.settings().zone().getId()), ZONES.stream())
                        .toList()));
    }

    private static void note(Run run, Found found) {
        long rows =
                found.sketches.values().stream().mapToLong(TableSketch::rows).sum();
        long broken = found.sketches.values().stream()
                .mapToLong(TableSketch::brokenRows)
                .sum();
        run.account(new Accounting(rows, rows, 0, 0));
        Stream.of(
                        new Finding("unreadable_file", Severity.WARN.code(), found.unreadable.size()),
                        new Finding("broken_row", Severity.WARN.code(), broken))
                .filter(finding -> finding.count() > 0)
                .forEach(run::find);
        found.unreadable.forEach(file -> run.say("  " + file.file().name() + " can't be read: " + file.words()));
    }

    private void answer(Run run, List<TableProfile> profiles) {
        var page = new TerminalPage(Bars.in(Charset.defaultCharset()), width);
        var pages = new ArrayList<String>();
        profiles.forEach(profile -> pages.add(page.of(profile)));
        run.out().print(String.join("\n\n", pages));
        run.out().flush();
    }

    private static void write(Run run, URI file, long rows, String page) {
        try {
            Storage.of(run.spark(), file).writeText(file, page);
        } catch (IOException e) {
            throw StorageErrors.explain(e, file.toString(), StorageErrors.Access.WRITE);
        }
        run.noteOutput(file.toString(), "profile", rows);
    }

    private String title() {
        return what.table.or(() -> what.input).map(ProfileJob::last).orElseThrow();
    }

    private static String last(String path) {
        String trimmed = path.replaceAll("/+$", "");
        return trimmed.substring(trimmed.lastIndexOf('/') + 1);
    }

    private static String made(Run run, long rows) {
        return Words.count(rows) + " rows, read " + run.context().started().truncatedTo(ChronoUnit.SECONDS) + ", run "
                + run.id();
    }
}
