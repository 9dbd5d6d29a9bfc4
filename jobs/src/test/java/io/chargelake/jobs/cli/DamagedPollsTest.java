package io.chargelake.jobs.cli;

import static io.chargelake.jobs.testing.DatasetAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.chargelake.jobs.lake.TableFormat;
import io.chargelake.jobs.tables.Quarantine;
import io.chargelake.jobs.tables.StatusChargingpoints;
import io.chargelake.jobs.tables.Tables;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Encoders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Thousands of damaged lines and elements: what is whole comes through, what is not is quarantined, and the account closes. */
class DamagedPollsTest {
    private static final int LINES = 10_000;
    private static final int LONG_LINE = 10 << 20;
    private static final String HEADER = "device_type,device_id,query_time,status\n";

    @TempDir
    Path folder;

    @Test
    void tenThousandLinesOfCsv() throws IOException {
        Random random = new Random(7);
        var healthy = new TreeSet<String>();
        var text = new ByteArrayOutputStream();
        text.writeBytes(("\uFEFF" + HEADER).getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < LINES; i++) {
            String line = "point,P" + i + ",2025-01-01T00:00:00Z,AVAILABLE";
            if (i % 3 == 0) {
                text.writeBytes(damaged(line, random));
            } else {
                healthy.add("P" + i + "@1735689600 AVAILABLE");
                text.writeBytes(line.getBytes(StandardCharsets.UTF_8));
            }
            text.write('\n');
        }
        text.writeBytes("point,".getBytes(StandardCharsets.UTF_8));
        text.writeBytes("x".repeat(LONG_LINE).getBytes(StandardCharsets.UTF_8));
        text.writeBytes("\npoint,P".getBytes(StandardCharsets.UTF_8));
        text.writeBytes(",".repeat(LONG_LINE).getBytes(StandardCharsets.UTF_8));
        Path file =
                Files.write(Files.createDirectories(folder.resolve("in")).resolve("damaged.csv"), text.toByteArray());

        Ingest ingest = new Ingest(folder.resolve("lake"), TableFormat.DELTA);
        JsonNode record = ingest.run("flat", file);
        assertCloses(record, ingest);
        assertThat(record.get("read").asLong()).isEqualTo(lines(text.toByteArray()) - 1);
        assertThat(record.get("quarantined").asLong()).isGreaterThan(LINES / 4);
        assertThat(facts(ingest)).containsAll(healthy);
        assertThat(Ingest.findings(record).keySet())
                .contains("broken_line", "bad_encoding", "unparseable_time", "unknown_device_type");
    }

    @Test
    void tenThousandElementsOfDocuments() throws IOException {
        Random random = new Random(8);
        Path input = Files.createDirectories(folder.resolve("in"));
        var healthy = new TreeSet<String>();
        for (int f = 0; f < 20; f++) {
            var evses = new StringBuilder();
            for (int i = 0; i < LINES / 20; i++) {
                String id = "P" + f + "x" + i;
                String evse = "{\"id\": \"" + id + "\", \"status\": \"AVAILABLE\", \"connectors\": []}";
                if (i % 3 == 0) {
                    evse = damagedElement(evse, random);
                } else if (f >= 4) {
                    healthy.add(id + "@1735689600 AVAILABLE");
                }
                evses.append(i == 0 ? "" : ", ").append(evse);
            }
            byte[] document = ("{\"bonn\": {\"data\": [{\"id\": \"" + f + "\", \"evses\": [" + evses
                            + "]}], \"status_code\": 1000, \"timestamp\": \"2025-01-01T00:00:00Z\"}}")
                    .getBytes(StandardCharsets.UTF_8);
            byte[] written =
                    switch (f) {
                        case 0 -> Arrays.copyOf(document, document.length / 2);
                        case 1 -> Arrays.copyOf(gzip(document), 500);
                        case 2 -> new byte[0];
                        case 3 ->
                            new String(document, StandardCharsets.UTF_8)
                                    .replace("bonn", "köln")
                                    .getBytes(StandardCharsets.ISO_8859_1);
                        default -> f % 2 == 0 ? document : gzip(document);
                    };
            Files.write(input.resolve(f + ".json"), written);
        }
        Ingest ingest = new Ingest(folder.resolve("lake"), TableFormat.ICEBERG);
        JsonNode record = ingest.run("chargecloud", input);
        assertCloses(record, ingest);
        assertThat(facts(ingest)).containsAll(healthy);
        assertThat(Ingest.findings(record)).containsEntry("unreadable_file", 4L);
        assertThat(Ingest.findings(record).keySet())
                .contains("missing_id", "broken_element", "bad_encoding", "oversized_value");
    }

    @Test
    void aCsvThatWasPackedAndCutIsQuarantinedAsAFile() throws IOException {
        Path input = Files.createDirectories(folder.resolve("in"));
        String rows = HEADER
                + IntStream.range(0, 5_000)
                        .mapToObj(i -> "point,P" + i + ",2025-01-01T00:00:00Z,AVAILABLE\n")
                        .collect(Collectors.joining());
        byte[] packed = gzip(rows.getBytes(StandardCharsets.UTF_8));
        Files.write(input.resolve("whole.csv.gz"), packed);
        Files.write(input.resolve("cut.csv.gz"), Arrays.copyOf(packed, packed.length - 100));
        Files.write(input.resolve("beginning.csv.gz"), Arrays.copyOf(packed, 5));
        byte[] flipped = packed.clone();
        flipped[packed.length / 2] ^= 0x55;
        Files.write(input.resolve("flipped.csv.gz"), flipped);
        Files.write(input.resolve("packed.csv"), packed);
        Files.write(input.resolve("plain.csv.gz"), rows.getBytes(StandardCharsets.UTF_8));
        Ingest ingest = new Ingest(folder.resolve("lake"), TableFormat.DELTA);
        JsonNode record = ingest.run("flat", input);
        assertThat(Ingest.accounting(record)).isEqualTo("5005 = 5000 + 5 + 0");
        assertThat(ingest.lake()
                        .read(Tables.QUARANTINE_STATUS)
                        .selectExpr("regexp_extract(source_file, '[^/]+$', 0) file", "reasons"))
                .hasRows(
                        """
                        file             | reasons
                        beginning.csv.gz | unreadable_file
                        cut.csv.gz       | unreadable_file
                        flipped.csv.gz   | unreadable_file
                        packed.csv       | unreadable_file
                        plain.csv.gz     | unreadable_file
                        """);
    }

    private static void assertCloses(JsonNode record, Ingest ingest) {
        long accepted = record.get("accepted").asLong();
        long quarantined = record.get("quarantined").asLong();
        assertThat(record.get("read").asLong())
                .isEqualTo(accepted + quarantined + record.get("deduplicated").asLong());
        assertThat(ingest.lake().read(StatusChargingpoints.TABLE).count()).isLessThanOrEqualTo(accepted);
        assertThat(ingest.lake()
                        .read(Tables.QUARANTINE_STATUS)
                        .selectExpr("sum(" + Quarantine.COPIES.name() + ")")
                        .as(Encoders.LONG())
                        .head())
                .isEqualTo(quarantined);
        assertThat(ingest.lake()
                        .read(Tables.QUARANTINE_STATUS)
                        .where("size(reasons) = 0")
                        .count())
                .isZero();
    }

    private static Set<String> facts(Ingest ingest) {
        return new TreeSet<>(ingest.lake()
                .read(StatusChargingpoints.TABLE)
                .selectExpr("concat(id_status_cp, ' ', status_cp)")
                .as(Encoders.STRING())
                .collectAsList());
    }

    /** Lines that hold more than white space and control characters, as a reader of lines parts them. */
    private static long lines(byte[] text) {
        return new String(text, StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> line.chars().anyMatch(c -> c > ' '))
                .count();
    }

    private static byte[] damaged(String line, Random random) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        int at = random.nextInt(bytes.length);
        return switch (random.nextInt(9)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> inserted(bytes, at, (byte) 0xC3, (byte) 0x28);
            case 2 -> inserted(bytes, at, (byte) 0);
            case 3 -> inserted(bytes, at, (byte) 0xEF, (byte) 0xBB, (byte) 0xBF);
            case 4 -> inserted(bytes, at, (byte) '"');
            case 5 -> inserted(bytes, at, (byte) ',');
            case 6 -> inserted(bytes, at, (byte) '\r');
            case 7 -> ("lamp" + line.substring(5)).getBytes(StandardCharsets.UTF_8);
            default -> {
                byte[] noise = new byte[bytes.length];
                random.nextBytes(noise);
                yield noise;
            }
        };
    }

    private static byte[] inserted(byte[] bytes, int at, byte... more) {
        var out = new ByteArrayOutputStream();
        out.write(bytes, 0, at);
        out.writeBytes(more);
        out.write(bytes, at, bytes.length - at);
        return out.toByteArray();
    }

    private static String damagedElement(String evse, Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> "null";
            case 1 -> "[" + evse + "]";
            case 2 -> evse.replaceFirst("\"id\"", "\"ID\"");
            case 3 -> evse.replaceFirst("\"P", "\"\\\\u0000P");
            case 4 -> evse.replaceFirst("\"P", "\"\\\\ud800P");
            case 5 -> evse.replace("AVAILABLE", "x".repeat(1000));
            case 6 -> evse.replace("[]", "[{\"id\": \"C\", \"ampere\": \"many\"}, 5]");
            default -> evse.replace("\"AVAILABLE\"", "{\"now\": \"AVAILABLE\"}");
        };
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }
}
