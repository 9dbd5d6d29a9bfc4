package io.chargelake.jobs.cli;

import picocli.CommandLine.Option;

/** Options of every job whose answer is its record. */
final class RecordOptions {
    @Option(names = "--json", description = "the run record as one JSON line on stdout at the end")
    boolean json;
}
