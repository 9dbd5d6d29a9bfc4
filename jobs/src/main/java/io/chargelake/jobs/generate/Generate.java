package io.chargelake.jobs.generate;

import io.chargelake.jobs.generate.fleet.FleetGenerator;
import io.chargelake.jobs.generate.fleet.FleetSpec;
import io.chargelake.jobs.generate.output.FileFormat;
import io.chargelake.jobs.generate.output.Generated;
import io.chargelake.jobs.generate.stations.StationsGenerator;
import io.chargelake.jobs.generate.stations.StationsSpec;
import io.chargelake.jobs.generate.status.Count;
import io.chargelake.jobs.generate.status.StatusGenerator;
import io.chargelake.jobs.generate.status.StatusSummary;
import io.chargelake.jobs.generate.status.StatusWorld;
import io.chargelake.jobs.generate.vehicles.VehiclesGenerator;
import io.chargelake.jobs.generate.vehicles.VehiclesSpec;
import io.chargelake.jobs.lake.Job;
import io.chargelake.jobs.lake.Lakes;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.lake.Storage;
import io.chargelake.jobs.lake.StorageErrors;
import io.chargelake.jobs.lake.UserError;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A synthetic world: raw files of any size, the same bytes for the same seed, and beside them the truth. */
@Command(
        name = "generate",
        description = "Write a synthetic world of raw files, with the truth about it beside them.",
        footer = {
            "",
            "The same options give the same bytes. Raw files go to <output>/status, /master, /vehicles, /stations and /fleet,",
            "what is really in them to <output>/truth.",
            "Example: ./chargelake generate status --seed 7 --points 100 --connectors 120 --from 2025-01-01 --to 2025-02-01"
        })
public final class Generate implements Job {
    private static final LocalDate DEFAULT_FROM = LocalDate.of(2025, 1, 1);
    private static final int DEFAULT_DAYS = 7;

    /** The parts of the world. */
    public enum Part {
        status,
        vehicles,
        stations,
        fleet,
        all
    }

    @Parameters(paramLabel = "PART", description = "what to generate: ${COMPLETION-CANDIDATES}")
    Part part;

    @Option(
            names = "--output",
            defaultValue = "./raw",
            paramLabel = "URI",
            description = "folder to write to (default ${DEFAULT-VALUE})")
    String output;

    @Option(names = "--seed", defaultValue = "1", description = "the world's number (default ${DEFAULT-VALUE})")
    long seed;

    @Option(
            names = "--points",
            defaultValue = "" + StatusWorld.DEFAULT_POINTS,
            description = "charging points polled (default ${DEFAULT-VALUE})")
    int points;

    @Option(
            names = "--connectors",
            defaultValue = "" + StatusWorld.DEFAULT_CONNECTORS,
            description = "connectors polled, at least one a point (default ${DEFAULT-VALUE})")
    int connectors;

    @Option(
            names = "--poll-interval",
            defaultValue = "10",
            paramLabel = "MINUTES",
            description = "minutes between polls (default ${DEFAULT-VALUE})")
    int pollMinutes;

    @Option(
            names = "--vehicles",
            defaultValue = "100",
            description = "vehicles that drive and charge, or stay at sites (default ${DEFAULT-VALUE})")
    long vehicles;

    @Option(
            names = "--stations",
            defaultValue = "1000",
            description = "stations of the register (default ${DEFAULT-VALUE})")
    long stations;

    @Option(
            names = "--damage",
            defaultValue = "0.01",
            paramLabel = "SHARE",
            description =
                    "share of raw rows that are duplicated or damaged; 0 for a clean world (default ${DEFAULT-VALUE})")
    double damage;

    @Option(
            names = "--vehicle-format",
            defaultValue = "csv",
            description = "files of vehicles and fleets: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE})")
    FileFormat format;

    @Override
    public Lakes.Access access() {
        return Lakes.Access.NONE;
    }

    @Override
    public void run(Run run) {
        URI target = Storage.uri(output);
        LocalDate from = run.days().from().orElse(DEFAULT_FROM);
        LocalDate to = run.days().to().orElse(from.plusDays(DEFAULT_DAYS));
        try {
            if (wants(Part.status)) {
                status(run, target, from, to);
            }
            if (wants(Part.vehicles)) {
                var spec = new VehiclesSpec(vehicles, from, to, seed, damage, format);
                note(run, target, Part.vehicles, VehiclesGenerator.generate(run.spark(), spec, target));
            }
            if (wants(Part.stations)) {
                var spec = new StationsSpec(stations, to, seed, damage);
                note(run, target, Part.stations, StationsGenerator.generate(run.spark(), spec, target));
            }
            if (wants(Part.fleet)) {
                var spec =
                        new FleetSpec(vehicles, from, to, seed, run.settings().zone(), format);
                note(run, target, Part.fleet, FleetGenerator.generate(run.spark(), spec, target));
            }
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw UserError.usage(e.getMessage());
        } catch (IOException e) {
            throw StorageErrors.explain(e, target.toString(), StorageErrors.Access.WRITE);
        }
    }

    private boolean wants(Part wanted) {
        return part == wanted || part == Part.all;
    }

    private void status(Run run, URI target, LocalDate from, LocalDate to) throws IOException {
        var world = new StatusWorld(seed, from, to, points, connectors, pollMinutes * 60, damage);
        StatusSummary made = StatusGenerator.generate(run.spark(), world, target);
        run.noteOutput(Storage.child(target, "status").toString(), "seed " + seed, made.get(Count.POLLS));
    }

    private void note(Run run, URI target, Part made, Generated what) {
        run.noteOutput(Storage.child(target, made.name()).toString(), "seed " + seed, what.rows());
    }
}
