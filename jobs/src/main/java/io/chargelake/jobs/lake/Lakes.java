package io.chargelake.jobs.lake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/** Opens a lake: its marker file says which format and layout it is kept in. */
public final class Lakes {
    /** Rises when an older Chargelake could no longer read what a newer one wrote. */
    static final int LAYOUT_VERSION = 1;

    static final String MARKER = "_lake.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a job wants of a lake: one that only reads does not begin a new lake by asking for it. */
    public enum Access {
        /** Plain Java on files: no session is opened for the job either. */
        PLAIN,
        /** The job works on files alone; the lake only keeps its record. */
        NONE,
        READ,
        WRITE
    }

    /**
     * @param asked the format the user asked for; otherwise the lake's own, Delta for a new one
     * @param catalog of Iceberg tables; empty for one kept in the lake's folder
     */
    public static Lake open(
            SparkSession spark,
            URI root,
            Optional<TableFormat> asked,
            Access access,
            Optional<CatalogSettings> catalog) {
        TableFormat format;
        try {
            format = format(Storage.of(spark, root), root, asked, access);
        } catch (IOException e) {
            throw StorageErrors.explain(e, root);
        }
        return format == TableFormat.DELTA ? new DeltaLake(spark, root) : new IcebergLake(spark, root, catalog);
    }

    /** What the lake is kept in, for a job that reads it without a session. */
    public static TableFormat format(Storage storage, URI root, Optional<TableFormat> asked) {
        try {
            return format(storage, root, asked, Access.READ);
        } catch (IOException e) {
            throw StorageErrors.explain(e, root);
        }
    }

    private static TableFormat format(Storage storage, URI root, Optional<TableFormat> asked, Access access)
            throws IOException {
        URI marker = Storage.child(root, MARKER);
        if (!storage.exists(marker)) {
            if (access == Access.READ) {
                throw UserError.input("Cannot open the lake " + root + ": there is none (" + MARKER
                        + " is missing; give its root by --lake, or begin one: ./chargelake demo)");
            }
            TableFormat format = asked.orElse(TableFormat.DELTA);
            storage.writeText(
                    marker,
                    JSON.writeValueAsString(
                            Map.of("layout_version", LAYOUT_VERSION, "table_format", format.toString())));
            return format;
        }
        return checked(parsed(storage.readText(marker), marker), root, asked);
    }

    private static JsonNode parsed(String text, URI marker) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UserError(
                    ExitCode.INPUT,
                    "Cannot open the lake: " + marker + " is no JSON (it was changed by hand or cut; restore it)",
                    e);
        }
    }

    private static TableFormat checked(JsonNode marker, URI root, Optional<TableFormat> asked) {
        int layout = marker.path("layout_version").asInt(0);
        if (layout > LAYOUT_VERSION) {
            throw UserError.input("Cannot open the lake " + root + ": a newer Chargelake wrote it (layout " + layout
                    + ", this one reads up to " + LAYOUT_VERSION + "; upgrade this one)");
        }
        TableFormat stored = TableFormat.parse(marker.path("table_format").asText())
                .orElseThrow(() -> UserError.input("Cannot open the lake " + root + ": its " + MARKER
                        + " names no table format (delta or iceberg)"));
        if (asked.isPresent() && asked.get() != stored) {
            throw UserError.usage("Cannot open the lake " + root + " as " + asked.get() + ": it is kept in " + stored
                    + " (leave --table-format out, or use another --lake)");
        }
        return stored;
    }

    private Lakes() {}
}
