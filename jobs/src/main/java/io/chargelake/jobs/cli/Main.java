package io.chargelake.jobs.cli;

import io.chargelake.jobs.anomalies.Anomalies;
import io.chargelake.jobs.collect.Collect;
import io.chargelake.jobs.dashboard.Dashboard;
import io.chargelake.jobs.extract.Extract;
import io.chargelake.jobs.fleet.Optimise;
import io.chargelake.jobs.forecast.Backtest;
import io.chargelake.jobs.forecast.Features;
import io.chargelake.jobs.forecast.Forecast;
import io.chargelake.jobs.forecast.Train;
import io.chargelake.jobs.generate.Generate;
import io.chargelake.jobs.lake.CodeVersion;
import io.chargelake.jobs.lake.ExitCode;
import io.chargelake.jobs.lake.Job;
import io.chargelake.jobs.lake.Query;
import io.chargelake.jobs.profile.ProfileJob;
import io.chargelake.jobs.publish.Publish;
import io.chargelake.jobs.stations.IngestStations;
import io.chargelake.jobs.stations.coverage.CoverageGaps;
import io.chargelake.jobs.stations.coverage.Siting;
import io.chargelake.jobs.stations.kpi.StationKpis;
import io.chargelake.jobs.status.IngestStatus;
import io.chargelake.jobs.status.occupancy.Occupancy;
import io.chargelake.jobs.vehicles.IngestVehicles;
import io.chargelake.jobs.vehicles.indicators.Indicators;
import io.chargelake.jobs.vehicles.sessions.SessionsJob;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;

/** {@code chargelake JOB [options]}. */
@Command(
        name = "chargelake",
        versionProvider = Main.Version.class,
        description = "A lakehouse for electric-vehicle charging data.",
        commandListHeading = "%nJobs:%n",
        footer = {"", "chargelake JOB --help shows every option of a job. Begin with: ./chargelake demo"})
public final class Main {
    static final String LAKE = "lake";
    static final String RUN = "run";

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this help")
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "show the version")
    boolean version;

    /** All jobs, in the order data flows. */
    static List<Job> jobs() {
        return List.of(
                new Demo(),
                new Generate(),
                new Collect(),
                new IngestStatus(),
                new Occupancy(),
                new IngestVehicles(),
                new SessionsJob(),
                new Indicators(),
                new IngestStations(),
                new StationKpis(),
                new CoverageGaps(),
                new Siting(),
                new Features(),
                new Train(),
                new Forecast(),
                new Backtest(),
                new Anomalies(),
                new Optimise(),
                new Extract(),
                new Publish(),
                new Dashboard(),
                new ProfileJob(),
                new TablesJob(),
                new Sql(),
                new Docs());
    }

    public static void main(String[] args) {
        System.exit(execute(args));
    }

    static int execute(String... args) {
        return commandLine().execute(args);
    }

    static CommandLine commandLine() {
        CommandLine main = new CommandLine(new Main());
        for (Job job : jobs()) {
            CommandLine command = new CommandLine(job).addMixin(LAKE, new LakeOptions());
            if (!(job instanceof Query || job instanceof Steps)) {
                command.addMixin(RUN, new RunOptions());
            }
            main.addSubcommand(command);
        }
        return main.setExecutionStrategy(Main::run)
                .setParameterExceptionHandler(UsageErrors::explain)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true);
    }

    private static int run(CommandLine.ParseResult parsed) {
        if (CommandLine.printHelpIfRequested(parsed)) {
            return ExitCode.OK.number();
        }
        if (!parsed.hasSubcommand()) {
            parsed.commandSpec().commandLine().usage(System.out);
            return ExitCode.OK.number();
        }
        return JobRunner.run(parsed.subcommand());
    }

    /** Mixins by name, of a job's command. */
    static Map<String, Object> options(CommandLine.ParseResult job) {
        var options = new LinkedHashMap<String, Object>();
        job.commandSpec().mixins().forEach((name, spec) -> options.put(name, spec.userObject()));
        return options;
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"chargelake " + CodeVersion.CURRENT};
        }
    }
}
