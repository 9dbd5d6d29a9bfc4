package io.chargelake.jobs.status;

import io.chargelake.jobs.lake.Job;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.lake.Storage;
import io.chargelake.jobs.lake.UserError;
import io.chargelake.jobs.quality.Intake;
import io.chargelake.jobs.quality.QuarantineLimit;
import io.chargelake.jobs.raw.RawFile;
import io.chargelake.jobs.raw.RawFiles;
import io.chargelake.jobs.status.document.SourceFormat;
import io.chargelake.jobs.tables.Tables;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Raw polls to the two facts and four dimensions. */
@Command(
        name = "ingest-status",
        description = "Read raw status polls into the two facts and four dimensions.",
        footer = {
            "",
            "Example: ./chargelake ingest-status --format flat --input raw/status --master raw/master",
            "Follow a collector: ./chargelake ingest-status --format chargecloud --input raw/chargecloud --follow",
            "SIGTERM or Ctrl-C ends --follow after the files it is working on, with exit code 0."
        })
public final class IngestStatus implements Job {

    /** How raw polls are written down. */
    public enum Format {
        flat,
        chargecloud,
        ocpi
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
                    "folder with charging_station.csv, charging_point.csv, connector.csv (or .parquet) for flat polls; without it the dimensions hold the ids that were polled")
    Optional<String> master = Optional.empty();

    @Option(
            names = "--columns",
            split = ",",
            paramLabel = "THEIRS=OURS",
            description = "names the flat files use for device_type, device_id, query_time, status, parking_sensor")
    Map<String, String> columns = new LinkedHashMap<>();

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description =
                    "zone of times that name no offset, e.g. Europe/Berlin (default: UTC for flat files, the network's zone for documents and their names)")
    Optional<ZoneId> zone = Optional.empty();

    @Option(
            names = "--poll-interval",
            defaultValue = "10",
            paramLabel = "MINUTES",
            description = "minutes between polls, for warnings of gaps (default ${DEFAULT-VALUE})")
    int pollMinutes;

    @Mixin
    QuarantineLimit limit;

    @Mixin
    FollowOptions following;

    @Override
    public void run(Run run) {
        if (pollMinutes < 1) {
            throw UserError.usage(
                    "Cannot use --poll-interval " + pollMinutes + ": it is a number of minutes, 1 or more");
        }
        if (following.isAsked()) {
            follow(run);
        } else {
            ingest(run, RawFiles.of(run, Storage.uri(input)));
        }
    }

    private void ingest(Run run, List<RawFile> files) {
        double most = limit.of(run);
        try (Delivery delivery = delivery(run, files, most);
                Intake intake = Intake.of(delivery.polls(), delivery.rules())) {
            delivery.notes().forEach(run::find);
            intake.quarantine(run, Tables.QUARANTINE_STATUS, most);
            Intake.requireRows(List.of(intake));
            Dataset<Row> polls = Polls.canonical(intake.accepted());
            write(run, polls, delivery, intake);
            PollPatterns.find(run, polls, pollMinutes * 60);
        }
    }

    private static void write(Run run, Dataset<Row> polls, Delivery delivery, Intake intake) {
        Facts.write(run, polls, intake);
        Dimensions.write(run, polls, delivery.seen(polls));
        Times.write(run, polls);
    }

    private void follow(Run run) {
        long maxGap_s = following.maxGap_s();
        new Follow(run, Storage.uri(input), format + zone.map(ZoneId::getId).orElse(""), following)
                .forEach((part, files) -> ingestPart(part, files, maxGap_s));
    }

    /** What came since the last time. Without a limit of its own it is published whatever it is: those to come must not wait for it. */
    private void ingestPart(Run run, List<RawFile> files, long maxGap_s) {
        double most = limit.given().orElse(1.0);
        CurrentStatus current = CurrentStatus.beforeFacts(run, maxGap_s);
        try (Delivery delivery = delivery(run, files, most);
                Intake intake = Intake.of(delivery.polls(), delivery.rules())) {
            delivery.notes().forEach(run::find);
            intake.quarantine(run, Tables.QUARANTINE_STATUS, most);
            Dataset<Row> polls = Polls.canonical(intake.accepted());
            write(run, polls, delivery, intake);
            current.write(polls, intake.read());
        }
    }

    private Delivery delivery(Run run, List<RawFile> files, double limit) {
        return switch (format) {
            case flat ->
                FlatDelivery.read(run, files, new FlatDelivery.Options(columns, zone, master.map(Storage::uri), limit));
            case chargecloud -> documents(run, files, SourceFormat.CHARGECLOUD);
            case ocpi -> documents(run, files, SourceFormat.OCPI);
        };
    }

    private Delivery documents(Run run, List<RawFile> files, SourceFormat source) {
        if (master.isPresent() || !columns.isEmpty()) {
            throw UserError.usage("Cannot use --master or --columns with --format " + format
                    + ": its documents bring their own master data and names (they are for --format flat)");
        }
        return DocumentDelivery.read(
                run, files, source, zone.orElse(run.settings().zone()));
    }
}
