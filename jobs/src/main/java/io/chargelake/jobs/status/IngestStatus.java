package io.chargelake.jobs.status;

import io.chargelake.jobs.lake.Job;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.lake.Storage;
import io.chargelake.jobs.quality.Intake;
import io.chargelake.jobs.raw.FlatFiles;
import io.chargelake.jobs.raw.RawFile;
import io.chargelake.jobs.raw.RawFiles;
import io.chargelake.jobs.tables.FlatPolls;
import io.chargelake.jobs.tables.Tables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Raw polls to the two facts and four dimensions. */
@Command(
        name = "ingest-status",
        description = "Read raw status polls into the two facts and four dimensions.",
        footer = {"", "Example: ./chargelake ingest-status --format flat --input raw/status --master raw/master"})
public final class IngestStatus implements Job {

    /** How raw polls are written down. */
    public enum Format {
        flat
    }

    @Option(
            names = "--input",
            required = true,
            paramLabel = "URI",
            description = "raw polls: a file, a folder or a glob")
    String input;

    @Option(
            names = "--format",
            defaultValue = "flat",
            description = "how they are written: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE})")
    Format format;

    @Option(
            names = "--master",
            paramLabel = "URI",
            description =
                    "folder with charging_station.csv, charging_point.csv, connector.csv (or .parquet); without it the dimensions hold the ids that were polled")
    Optional<String> master = Optional.empty();

    @Option(
            names = "--columns",
            split = ",",
            paramLabel = "THEIRS=OURS",
            description = "names the files use for device_type, device_id, query_time, status, parking_sensor")
    Map<String, String> columns = new LinkedHashMap<>();

    @Option(
            names = "--max-quarantined",
            paramLabel = "SHARE",
            description =
                    "publish nothing when a larger share of the rows is refused (default: limits.max_quarantined_share, 0.05)")
    Optional<Double> maxQuarantined = Optional.empty();

    @Override
    public void run(Run run) {
        List<RawFile> files = RawFiles.find(run.spark(), Storage.uri(input));
        FlatFiles.Rows raw = FlatFiles.read(run.spark(), files, FlatPolls.TABLE, columns);
        files.forEach(file -> run.noteInput(file.path().toString(), file.version(), -1));
        try (Intake intake =
                Intake.of(within(raw, run), StatusRules.asOf(run.context().started()))) {
            intake.quarantine(
                    run,
                    Tables.QUARANTINE_STATUS,
                    maxQuarantined.orElse(run.settings().limits().maxQuarantinedShare()));
            Dataset<Row> polls = Polls.canonical(intake.accepted());
            Facts.write(run, polls, intake);
            Dimensions.write(run, polls, master.map(Storage::uri));
        }
    }

    /** With days asked for, polls of other days are left in the files; those without a readable time are looked at. */
    private static FlatFiles.Rows within(FlatFiles.Rows raw, Run run) {
        return run.days().isAll()
                ? raw
                : new FlatFiles.Rows(
                        raw.groups().stream()
                                .map(rows -> rows.where(FlatPolls.QUERY_TIME
                                        .col()
                                        .isNull()
                                        .or(run.days().containTime(FlatPolls.QUERY_TIME.col()))))
                                .toList(),
                        raw.unreadable());
    }
}
