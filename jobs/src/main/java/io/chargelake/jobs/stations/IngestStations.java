package io.chargelake.jobs.stations;

import static org.apache.spark.sql.functions.col;

import io.chargelake.jobs.lake.Accounting;
import io.chargelake.jobs.lake.Job;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.lake.SmallQueries;
import io.chargelake.jobs.lake.Storage;
import io.chargelake.jobs.lake.UserError;
import io.chargelake.jobs.quality.Intake;
import io.chargelake.jobs.quality.QuarantineLimit;
import io.chargelake.jobs.raw.FlatFiles;
import io.chargelake.jobs.raw.RawFile;
import io.chargelake.jobs.raw.RawFiles;
import io.chargelake.jobs.stations.register.PolledStations;
import io.chargelake.jobs.stations.register.RegisterFiles;
import io.chargelake.jobs.stations.register.RegisterFormat;
import io.chargelake.jobs.tables.StationRegister;
import io.chargelake.jobs.tables.Tables;
import io.chargelake.station.Doubt;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Registers of charging stations to the canonical one and its history. */
@Command(
        name = "ingest-stations",
        description = "Read registers of charging stations into station_register and its history.",
        footer = {
            "",
            "A delivery is all of a register as it stood on a day: a station that is not in it is closed, and may come back.",
            "Example: ./chargelake ingest-stations --format afdc --input alt_fuel_stations.csv --as-of 2025-11-13"
        })
public final class IngestStations implements Job {

    /** How registers are written down. */
    public enum Format {
        afdc,
        bnetza,
        ocpi,
        irve,
        flat,
        chargecloud
    }

    @Option(
            names = "--input",
            paramLabel = "URI",
            description =
                    "the register's files: a file, a folder or a glob; together they are one delivery (none for chargecloud)")
    Optional<String> input = Optional.empty();

    @Option(
            names = "--format",
            defaultValue = "flat",
            description =
                    "how they are written: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}); chargecloud: the stations whose polls ingest-status has read, from the lake")
    Format format;

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description = "name of the register, for rows that name none (default: the format's)")
    Optional<String> source = Optional.empty();

    @Option(
            names = "--as-of",
            paramLabel = "DAY",
            description =
                    "day the register stood so, e.g. 2025-11-13 (default: the day of the run, UTC; of chargecloud the last day that was polled)")
    Optional<LocalDate> asOf = Optional.empty();

    @Option(
            names = "--duplicates",
            defaultValue = "fail",
            description =
                    "when an id is there twice with different content: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}); fail publishes nothing, quarantine refuses these rows")
    Duplicates.Policy duplicates;

    @Mixin
    QuarantineLimit limit;

    @Override
    public void run(Run run) {
        List<RawFile> found = found(run);
        LocalDate day = day(run);
        // without files it is made of the lake's tables, which may be of any size
        long bytes = found.isEmpty() ? Long.MAX_VALUE : RawFiles.bytes(found);
        SmallQueries.ofBytes(run.spark(), bytes, () -> {
            ingest(run, day, found);
            return day;
        });
    }

    private void ingest(Run run, LocalDate day, List<RawFile> found) {
        try (RegisterFiles files = files(run, day, found)) {
            FlatFiles.Rows rows = files.stations(source.orElse(format.name()));
            Dataset<Row> read = rows.groups().get(0);
            Duplicates twice = Duplicates.among(read);
            twice.require(duplicates);
            try (Intake intake = Intake.of(rows, StationRules.of(day, twice))) {
                files.notes().forEach(run::find);
                intake.quarantine(run, Tables.QUARANTINE_STATIONS, limit.of(run));
                Intake.requireRows(List.of(intake));
                var refused = new Refused(read.where(StationRules.isRefused().or(twice.areThese())), rows.unreadable());
                SmallQueries.ofRows(run.spark(), intake.read(), () -> {
                    publish(run, day, intake, refused);
                    return day;
                });
            }
        }
    }

    /** What could not be read. */
    private record Refused(Dataset<Row> rows, List<FlatFiles.Unreadable> files) {
        Registers.Completeness completeness() {
            return files.isEmpty() && rows.where(StationRules.mayHideAStation()).isEmpty()
                    ? Registers.Completeness.COMPLETE
                    : Registers.Completeness.INCOMPLETE;
        }
    }

    private void publish(Run run, LocalDate day, Intake intake, Refused refused) {
        Dataset<Row> accepted = intake.accepted();
        boolean byPoint = format == Format.irve;
        Dataset<Row> told = (byPoint ? Snapshot.newest(accepted) : Snapshot.ofStations(accepted)).persist();
        Dataset<Row> stations = (byPoint ? Snapshot.ofPoints(told) : told).persist();
        try {
            long kept = told.count();
            long repeated = intake.read() - intake.quarantined() - kept;
            run.account(new Accounting(intake.read(), kept, intake.quarantined(), repeated));
            if (byPoint) {
                run.find(Doubt.SUPERSEDED_POINT.text(), repeated);
                run.find(Doubt.POINTS_DISAGREE.text(), Snapshot.disagreeing(told));
            }
            Registers.Completeness completeness = refused.completeness();
            run.find(Doubt.INCOMPLETE_DELIVERY.text(), completeness == Registers.Completeness.INCOMPLETE ? 1 : 0);
            Registers.write(
                    run,
                    sources(stations).stream()
                            .map(own -> new Registers.Delivery(
                                    own, day, of(own, stations), of(own, refused.rows()), completeness))
                            .toList());
        } finally {
            stations.unpersist();
            told.unpersist();
        }
    }

    private static Dataset<Row> of(String source, Dataset<Row> rows) {
        return rows.where(StationRegister.SOURCE.col().equalTo(source));
    }

    private static List<String> sources(Dataset<Row> stations) {
        return stations.select(StationRegister.SOURCE.col())
                .distinct()
                .orderBy(col(StationRegister.SOURCE.name()))
                .as(Encoders.STRING())
                .collectAsList();
    }

    private LocalDate day(Run run) {
        LocalDate today = LocalDate.ofInstant(run.context().started(), ZoneOffset.UTC);
        LocalDate day = asOf.orElseGet(() -> format == Format.chargecloud ? PolledStations.lastDay(run) : today);
        if (day.isAfter(today)) {
            throw UserError.usage(
                    "Cannot use --as-of " + day + ": no register can stand so yet (today, " + today + ", or earlier)");
        }
        return day;
    }

    private List<RawFile> found(Run run) {
        if (format == Format.chargecloud) {
            input.ifPresent(given -> {
                throw UserError.usage(
                        "Cannot use --input with --format chargecloud: its stations are in the lake already"
                                + " (read the raw polls by ingest-status, leave --input out)");
            });
            return List.of();
        }
        String given = input.orElseThrow(() -> UserError.usage(
                "Cannot read a register of --format " + format + ": there is no --input (a file, a folder or a glob)"));
        return RawFiles.of(run, Storage.uri(given));
    }

    private RegisterFiles files(Run run, LocalDate day, List<RawFile> found) {
        return format == Format.chargecloud
                ? PolledStations.read(run, day)
                : RegisterFiles.read(
                        run.spark(), found, RegisterFormat.valueOf(format.name().toUpperCase(Locale.ROOT)));
    }
}
