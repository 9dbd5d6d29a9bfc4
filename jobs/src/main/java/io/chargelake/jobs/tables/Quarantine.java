package io.chargelake.jobs.tables;

/**
 * What a job refused, with the reasons and the file it came from. Rows that are the same to the letter are one row with its number of
 * copies, so that reading a file twice changes nothing.
 */
public final class Quarantine {
    public static final Col ID = Col.string("quarantine_id").required().means("hash of source file and row");
    public static final Col SOURCE_FILE = Col.string("source_file").required().means("file the row came in");
    public static final Col REASONS =
            Col.strings("reasons").required().means("codes of the rules it broke, see rules.md");
    public static final Col RAW = Col.string("raw").personal().means("the row as received (JSON, or the broken line)");
    public static final Col COPIES = Col.bigint("copies").required().means("how often the same row is in the file");
    public static final Col RUN_ID = Col.string("run_id").required().means("run that refused it first");

    /** The quarantine of a set of tables that are filled together. */
    public static Table of(String of) {
        return Table.of(
                        "quarantine_" + of,
                        Layer.QUARANTINE,
                        "Rows refused on their way to " + of + ", to be replayed after a fix",
                        ID,
                        SOURCE_FILE,
                        REASONS,
                        RAW,
                        COPIES,
                        RUN_ID)
                .key(ID);
    }

    private Quarantine() {}
}
