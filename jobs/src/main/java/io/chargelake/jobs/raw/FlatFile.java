package io.chargelake.jobs.raw;

import java.util.List;

/** What the first and last bytes of a flat file tell. */
sealed interface FlatFile {
    RawFile file();

    /** A Parquet file with a whole footer. */
    record Parquet(RawFile file) implements FlatFile {}

    /** Delimited text with a header; {@code headerLine} is the line as it stands there. */
    record Delimited(RawFile file, char delimiter, List<String> header, String headerLine) implements FlatFile {}

    /** A file no row can be taken from; {@code reason} is a rule's code, {@code words} tell a person. */
    record Unreadable(RawFile file, String reason, String words) implements FlatFile {}
}
