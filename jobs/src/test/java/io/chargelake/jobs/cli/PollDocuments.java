package io.chargelake.jobs.cli;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.unix_seconds;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chargelake.jobs.tables.FlatPolls;
import io.chargelake.jobs.testing.TestSpark;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Row;

/** The polls of a generated world as a collector leaves them: a document a poll, gzip, by day. Late and repeated polls stay so. */
final class PollDocuments {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'/'yyyyMMdd'_'HHmmss'Z_chargecloud.json.gz'")
            .withZone(ZoneOffset.UTC);

    /** Names below the collector's folder, and what is in them. */
    static SortedMap<String, byte[]> of(Path world, Path scratch, String to, int points) throws IOException {
        Command made = Command.run(
                "generate",
                "status",
                "--seed",
                "7",
                "--points",
                Integer.toString(points),
                "--connectors",
                Integer.toString(points + 2),
                "--from",
                "2025-03-01",
                "--to",
                to,
                "--output",
                world.toString(),
                "--lake",
                scratch.toString());
        if (made.exitCode() != 0) {
            throw new IllegalStateException(made.err());
        }
        Map<String, String> pointOf = Files.readAllLines(world.resolve("master/connector.csv")).stream()
                .map(line -> line.split(",", -1))
                .collect(Collectors.toMap(cells -> cells[0], cells -> cells[1]));
        var polls =
                new TreeMap<Long, List<Row>>(rows(world).stream().collect(Collectors.groupingBy(r -> r.getLong(0))));
        var files = new TreeMap<String, byte[]>();
        for (var poll : polls.entrySet()) {
            Instant time = Instant.ofEpochSecond(poll.getKey());
            files.put(NAME.format(time), gzip(document(time, poll.getValue(), pointOf)));
        }
        return files;
    }

    private static List<Row> rows(Path world) {
        return TestSpark.session()
                .read()
                .option("recursiveFileLookup", true)
                .parquet(world.resolve("status").toString())
                .where(FlatPolls.DEVICE_TYPE
                        .col()
                        .isin("point", "connector")
                        .and(FlatPolls.DEVICE_ID.col().isNotNull()))
                .select(
                        unix_seconds(col(FlatPolls.QUERY_TIME.name()).cast("timestamp")),
                        FlatPolls.DEVICE_TYPE.col(),
                        FlatPolls.DEVICE_ID.col(),
                        FlatPolls.STATUS.col())
                .where(FlatPolls.QUERY_TIME.col().isNotNull())
                .collectAsList();
    }

    private static byte[] document(Instant time, List<Row> rows, Map<String, String> pointOf) {
        ObjectNode document = JSON.createObjectNode();
        ObjectNode city = document.putObject("köln").put("status_code", 1000).put("timestamp", time.toString());
        ArrayNode evses = city.putArray("data")
                .addObject()
                .put("id", "1")
                .put("name", "Köln 1")
                .putArray("evses");
        for (Row row : rows) {
            boolean isPoint = row.getString(1).equals("point");
            ObjectNode evse = evses.addObject().put("id", isPoint ? row.getString(2) : pointOf.get(row.getString(2)));
            ArrayNode connectors = evse.putArray("connectors");
            (isPoint ? evse : connectors.addObject().put("id", row.getString(2))).put("status", row.getString(3));
        }
        return document.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private PollDocuments() {}
}
