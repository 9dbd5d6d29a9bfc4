package io.chargelake.jobs.status.document;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** What a document was read into, as lines of text. */
record Parsed(List<String> polls, List<String> masters, List<String> refused, List<String> notes) {

    static Parsed of(SourceFormat format, String fileName, String text) {
        return of(format, fileName, text.getBytes(StandardCharsets.UTF_8));
    }

    static Parsed of(SourceFormat format, String fileName, byte[] bytes) {
        Parsed parsed = new Parsed(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        try {
            for (Block block : new DocumentReader(format.reader(), ZoneId.of("Europe/Berlin")).read(fileName, bytes)) {
                parsed.add(block);
            }
        } catch (Refusal refusal) {
            parsed.refused.add("file " + refusal.code() + ": " + refusal.getMessage());
        }
        return parsed;
    }

    private void add(Block block) {
        Instant time = Instant.ofEpochSecond(block.second());
        block.polls()
                .forEach(p -> polls.add(String.join(
                                " ",
                                p.deviceType(),
                                p.deviceId(),
                                time.toString(),
                                String.valueOf(p.status()),
                                p.sensor() == null ? "" : p.sensor())
                        .strip()));
        block.masters().forEach(m -> masters.add(m.dimension().name() + " " + m.key() + " " + m.attributes()));
        block.refused().forEach(r -> refused.add(r.code() + " " + r.raw()));
        block.notes().forEach(n -> notes.add(n.code() + " " + n.detail()));
    }
}
