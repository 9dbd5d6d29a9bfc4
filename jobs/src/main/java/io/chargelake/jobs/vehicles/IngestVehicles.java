package io.chargelake.jobs.vehicles;

import io.chargelake.jobs.lake.Job;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.lake.Storage;
import io.chargelake.jobs.lake.UserError;
import io.chargelake.jobs.quality.Intake;
import io.chargelake.jobs.quality.QuarantineLimit;
import io.chargelake.jobs.quality.Rule;
import io.chargelake.jobs.raw.RawFile;
import io.chargelake.jobs.raw.RawFiles;
import io.chargelake.jobs.tables.Table;
import io.chargelake.jobs.tables.Tables;
import io.chargelake.jobs.vehicles.clean.Charges;
import io.chargelake.jobs.vehicles.clean.Clock;
import io.chargelake.jobs.vehicles.clean.Delivery;
import io.chargelake.jobs.vehicles.clean.DeliveryReport;
import io.chargelake.jobs.vehicles.clean.Kind;
import io.chargelake.jobs.vehicles.clean.Mapping;
import io.chargelake.jobs.vehicles.clean.MappingFile;
import io.chargelake.jobs.vehicles.clean.VehicleQuality;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Raw drives, charges and vehicles to clean tables. */
@Command(
        name = "ingest-vehicles",
        description = "Read raw drives and charges of vehicles into the tables vehicle, drive and charge.",
        footer = {"", "Example: ./chargelake ingest-vehicles --input raw/vehicles"})
public final class IngestVehicles implements Job {

    /** How raw drives and charges are written down. */
    public enum Format {
        flat,
        teslamate,
        events
    }

    @Option(
            names = "--input",
            required = true,
            paramLabel = "URI",
            description =
                    "raw drives, charges and vehicles: a file, a folder or a glob; what a file holds is told by its columns")
    String input;

    @Option(
            names = "--format",
            defaultValue = "flat",
            description =
                    "how they are written: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}); teslamate: its tables drives, charging_processes, cars")
    Format format;

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description =
                    "YAML file that says the flat files' column names, units, zone and way of writing, e.g. conf/mappings/sap.yaml (default: our names, and what the values tell)")
    Optional<Path> mapping = Optional.empty();

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description =
                    "zone of times that name no offset, e.g. Europe/Berlin (default: the mapping's, else the network's zone with a warning; UTC for teslamate)")
    Optional<ZoneId> zone = Optional.empty();

    @Option(
            names = "--battery-kwh",
            defaultValue = "60",
            paramLabel = "KWH",
            description =
                    "capacity of batteries that no register tells, to derive the end of events (default ${DEFAULT-VALUE}, each use is a warning)")
    double batteryKwh;

    @Mixin
    QuarantineLimit limit;

    /** Whether rows are held against the rules; only who measures what that costs leaves it out. */
    enum Checks {
        ALL,
        NONE
    }

    private final Checks checks;

    public IngestVehicles() {
        this(Checks.ALL);
    }

    IngestVehicles(Checks checks) {
        this.checks = checks;
    }

    @Override
    public void run(Run run) {
        if (!(batteryKwh > 0)) {
            throw UserError.usage("Cannot use --battery-kwh " + batteryKwh + ": a capacity is above 0 kWh");
        }
        List<RawFile> files = RawFiles.of(run, Storage.uri(input));
        Delivery delivery = Delivery.read(run, files, form(), mapping(), assumedClock(run));
        DeliveryReport.tell(run, delivery);
        try (Intakes intakes = Intakes.of(run, delivery, this::rules, this::ended)) {
            double most = limit.of(run);
            Intake.quarantine(run, Tables.QUARANTINE_VEHICLES, most, intakes.all());
            Intake.requireRows(intakes.all());
            Map<Table, Set<LocalDate>> days = CleanTables.write(run, intakes);
            if (checks == Checks.ALL) {
                Neighbours.find(run, days);
            }
        }
    }

    private List<Rule> rules(Kind kind, Instant asOf) {
        return checks == Checks.ALL ? VehicleQuality.rules(kind, asOf) : List.of();
    }

    private Dataset<Row> ended(Dataset<Row> charges, Dataset<Row> capacities) {
        return format == Format.events
                ? Charges.ended(charges, capacities, batteryKwh)
                : Charges.whole(charges, capacities);
    }

    private Delivery.Form form() {
        return format == Format.events ? Delivery.Form.EVENTS : Delivery.Form.WHOLE;
    }

    private Mapping mapping() {
        if (mapping.isPresent() && format == Format.teslamate) {
            throw UserError.usage("Cannot use --mapping with --format teslamate: its names, units and zone are known"
                    + " (leave --mapping out, or use --format flat)");
        }
        Mapping read = mapping.map(MappingFile::read).orElse(Mapping.NONE);
        Mapping said =
                switch (format) {
                    case flat -> read;
                    case events -> read.orNamesOf(Mapping.EVENTS);
                    case teslamate -> Mapping.TESLAMATE;
                };
        return zone.map(z -> said.withZone(z)).orElse(said);
    }

    private static Clock assumedClock(Run run) {
        return new Clock(run.settings().zone(), Clock.Offsets.KEPT, Clock.Origin.ASSUMED);
    }
}
