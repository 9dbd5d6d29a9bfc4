package io.chargelake.jobs.cli;

import io.chargelake.jobs.lake.Settings;
import io.chargelake.jobs.lake.Storage;
import io.chargelake.jobs.lake.TableFormat;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of every job: which lake, in which environment. */
final class LakeOptions {
    private static final String DEFAULT_LAKE = "./lake";

    @Option(
            names = "--lake",
            paramLabel = "URI",
            description = "root of the lake: a path, s3a://, gs:// or abfss:// (default " + DEFAULT_LAKE + ")")
    Optional<String> lake = Optional.empty();

    @Option(
            names = "--table-format",
            paramLabel = "FORMAT",
            converter = TableFormatConverter.class,
            description = "delta or iceberg (default: what the lake is kept in, delta for a new one)")
    Optional<TableFormat> tableFormat = Optional.empty();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "YAML for the environment: object store, catalog, limits, zone (see conf/)")
    Optional<Path> config = Optional.empty();

    @Option(names = "--debug", description = "show Spark's own log, and the stack of an error")
    boolean debug;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this help")
    boolean help;

    Settings settings() {
        return config.map(Settings::read).orElseGet(Settings::defaults);
    }

    URI root(Settings settings) {
        return Storage.uri(lake.or(settings::lake).orElse(DEFAULT_LAKE));
    }

    Optional<TableFormat> format(Settings settings) {
        return tableFormat.or(() -> settings.tableFormat().flatMap(TableFormat::parse));
    }
}
