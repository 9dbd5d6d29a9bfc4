package io.chargelake.jobs.extract;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chargelake.jobs.lake.ExitCode;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.lake.Storage;
import io.chargelake.jobs.lake.StorageErrors;
import io.chargelake.jobs.lake.UserError;
import io.chargelake.privacy.ledger.DeliveredCell;
import io.chargelake.privacy.ledger.MeasuredCell;
import io.chargelake.privacy.ledger.PastDelivery;
import io.chargelake.privacy.sketch.DifferenceSketch;
import io.chargelake.privacy.table.Coordinates;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * All deliveries that ever left this lake, in their order: a file each, below {@code _ledger}. It is written before anything is put out, so that
 * what was told can't be forgotten, and holds the delivered files, so that a delivery can be repeated byte for byte.
 *
 * <p>A file has a line for the delivery and one for each cell. It holds exact sums, also of cells that were not told, and belongs to the lake:
 * it must never leave with an extract.
 */
final class Ledger {
    static final String FOLDER = "_ledger";
    private static final String SUFFIX = ".jsonl.gz";
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A delivery and the files that left.
     *
     * @param terms what was agreed, for whoever reads the ledger: purpose, product, key, expiry, retention, versions of tables
     */
    record Entry(PastDelivery delivery, Map<String, String> terms, Map<String, byte[]> files) {
        static final String KEY_ID = "key_id";
    }

    private final Storage storage;
    private final URI folder;

    private Ledger(Storage storage, URI folder) {
        this.storage = storage;
        this.folder = folder;
    }

    static Ledger of(Run run) {
        URI root = run.context().lakeRoot();
        return new Ledger(Storage.of(run.spark(), root), Storage.child(root, FOLDER));
    }

    /**
     * In their order.
     *
     * @param keyId the key that a new delivery is to be held against them by: sketches under different keys all look different, so one made with
     *     another key could not be told from one of other people
     */
    List<Entry> entries(String keyId) {
        var entries = new ArrayList<Entry>();
        for (String name : names()) {
            URI file = Storage.child(folder, name);
            Entry entry = entry(file);
            if (!keyId.equals(entry.terms().get(Entry.KEY_ID))) {
                throw UserError.privacy(
                        "Cannot extract: " + file
                                + " was made with another key, so a new delivery can't be held against it (rule another_key; use the key that the ledger was begun with)");
            }
            entries.add(entry);
        }
        return entries;
    }

    private Entry entry(URI file) {
        try {
            return read(storage.readBytes(file));
        } catch (IOException | RuntimeException e) {
            throw new UserError(
                    ExitCode.PRIVACY,
                    "Cannot extract: the ledger's " + file
                            + " can't be read, so nobody knows what was told already (restore it from a backup; rule unreadable_ledger)",
                    e);
        }
    }

    /**
     * Adds an entry behind those that were judged with it.
     *
     * @throws UserError if another delivery came between, which this one was not held against
     */
    void add(Entry entry, int judgedWith) {
        String name = String.format(
                Locale.ROOT, "%06d-%s%s", judgedWith + 1, entry.delivery().id(), SUFFIX);
        URI file = Storage.child(folder, name);
        try {
            storage.writeBytes(file, written(entry));
            List<String> now = names();
            if (now.size() != judgedWith + 1) {
                storage.delete(file);
                throw UserError.retry(
                        "Cannot extract now: another delivery was made meanwhile, which this one was not held against (try again)");
            }
        } catch (IOException e) {
            throw StorageErrors.explain(e, file);
        }
    }

    private List<String> names() {
        try {
            return storage.files(folder).stream()
                    .filter(name -> name.endsWith(SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw StorageErrors.explain(e, folder);
        }
    }

    private static byte[] written(Entry entry) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(new GZIPOutputStream(bytes))) {
            json.setRootValueSeparator(new SerializedString("\n"));
            JSON.writeTree(json, head(entry));
            for (DeliveredCell cell : entry.delivery().cells()) {
                JSON.writeTree(json, line(cell));
            }
        }
        return bytes.toByteArray();
    }

    private static ObjectNode head(Entry entry) {
        PastDelivery delivery = entry.delivery();
        ObjectNode head = JSON.createObjectNode();
        head.put("delivery", delivery.id());
        head.put("population", delivery.population());
        head.put("recipient", delivery.recipient());
        head.put("request_sha256", delivery.requestHash());
        head.put("rho_micros", delivery.rhoMicros());
        ObjectNode terms = head.putObject("terms");
        entry.terms().forEach(terms::put);
        ObjectNode files = head.putObject("files");
        entry.files().forEach((name, content) -> files.put(name, new String(content, StandardCharsets.UTF_8)));
        return head;
    }

    private static ObjectNode line(DeliveredCell delivered) {
        MeasuredCell cell = delivered.cell();
        ObjectNode line = JSON.createObjectNode();
        line.put("measure", cell.measure());
        ObjectNode at = line.putObject("at");
        cell.coordinates().values().forEach(at::put);
        line.put("total", cell.total());
        line.put("protection", cell.protection());
        delivered.published().ifPresent(value -> line.put("published", value));
        ByteBuffer terms = ByteBuffer.allocate(Long.BYTES * cell.sketch().terms().length);
        terms.asLongBuffer().put(cell.sketch().terms());
        line.put("sketch", Base64.getEncoder().encodeToString(terms.array()));
        return line;
    }

    private static Entry read(byte[] bytes) throws IOException {
        try (MappingIterator<JsonNode> lines =
                JSON.readerFor(JsonNode.class).readValues(new GZIPInputStream(new ByteArrayInputStream(bytes)))) {
            JsonNode head = lines.next();
            var cells = new ArrayList<DeliveredCell>();
            while (lines.hasNext()) {
                cells.add(cell(lines.next()));
            }
            var files = new LinkedHashMap<String, byte[]>();
            head.get("files")
                    .properties()
                    .forEach(file ->
                            files.put(file.getKey(), file.getValue().asText().getBytes(StandardCharsets.UTF_8)));
            return new Entry(
                    new PastDelivery(
                            head.get("population").asText(),
                            head.get("recipient").asText(),
                            head.get("delivery").asText(),
                            head.get("request_sha256").asText(),
                            head.get("rho_micros").asLong(),
                            cells),
                    texts(head.get("terms")),
                    files);
        }
    }

    private static DeliveredCell cell(JsonNode line) {
        ByteBuffer stored =
                ByteBuffer.wrap(Base64.getDecoder().decode(line.get("sketch").asText()));
        long[] terms = new long[stored.remaining() / Long.BYTES];
        stored.asLongBuffer().get(terms);
        return new DeliveredCell(
                new MeasuredCell(
                        Coordinates.of(texts(line.get("at"))),
                        line.get("measure").asText(),
                        DifferenceSketch.of(terms),
                        line.get("total").asLong(),
                        line.get("protection").asLong()),
                line.has("published") ? OptionalLong.of(line.get("published").asLong()) : OptionalLong.empty());
    }

    private static Map<String, String> texts(JsonNode node) {
        var texts = new TreeMap<String, String>();
        node.properties().forEach(e -> texts.put(e.getKey(), e.getValue().asText()));
        return texts;
    }
}
