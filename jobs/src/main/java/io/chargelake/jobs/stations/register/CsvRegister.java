package io.chargelake.jobs.stations.register;

import io.chargelake.station.Doubt;
import io.chargelake.text.CsvRecords;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A register as delimited text. Lines before the header, as publishers put them there, are passed over. */
final class CsvRegister {
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t');
    private static final int LINES_BEFORE_HEADER = 30;

    private final RowReader reader;

    CsvRegister(RowReader reader) {
        this.reader = reader;
    }

    /** @param record as it stands there */
    private record Header(String record, char delimiter, List<String> names) {
        static Header of(String record, char delimiter) {
            return new Header(
                    record,
                    delimiter,
                    CsvRecords.fields(record, delimiter).stream()
                            .map(String::strip)
                            .toList());
        }

        Optional<String> missing(List<String> required) {
            Set<String> keys = new HashSet<>();
            names.forEach(name -> keys.add(Fields.key(name)));
            return required.stream()
                    .filter(name ->
                            Stream.of(name.split("\\|")).map(Fields::key).noneMatch(keys::contains))
                    .findFirst();
        }
    }

    void read(InputStream in, RegisterRows into) throws IOException, UnreadableRegister {
        try (CsvRecords records = new CsvRecords(in)) {
            Header header = header(records);
            header.names().stream()
                    .filter(name -> !reader.known().contains(Fields.key(name)))
                    .forEach(name -> into.note(Doubt.NEW_COLUMN, name, 1));
            for (Optional<String> record = records.next(); record.isPresent(); record = records.next()) {
                if (!record.get().equals(header.record())) {
                    row(header, record.get(), into);
                }
            }
            if (records.otherEncoding() > 0) {
                into.note(Doubt.OTHER_ENCODING, null, records.otherEncoding());
            }
        }
    }

    private void row(Header header, String record, RegisterRows into) {
        List<String> values = CsvRecords.fields(record, header.delimiter());
        if (values.size() != header.names().size()) {
            into.refuse(Doubt.BROKEN_LINE, record);
            return;
        }
        Map<String, String> byName = new HashMap<>();
        for (int i = 0; i < values.size(); i++) {
            byName.put(Fields.key(header.names().get(i)), values.get(i));
        }
        reader.read(new Fields(byName), record, into);
    }

    private Header header(CsvRecords records) throws IOException, UnreadableRegister {
        Optional<Header> nearest = Optional.empty();
        for (int i = 0; i < LINES_BEFORE_HEADER; i++) {
            Optional<String> record = records.next();
            if (record.isEmpty()) {
                break;
            }
            if (record.get().indexOf('\0') >= 0) {
                throw new UnreadableRegister(
                        Doubt.UNREADABLE_FILE, "it is no text, or none in UTF-8 (perhaps UTF-16: write it as UTF-8)");
            }
            Header header = widest(record.get());
            if (header.missing(reader.required()).isEmpty()) {
                return distinct(header);
            }
            nearest = nearest.filter(n -> n.names().size() >= header.names().size())
                    .or(() -> Optional.of(header));
        }
        throw missing(nearest);
    }

    private static Header widest(String record) {
        return DELIMITERS.stream()
                .map(delimiter -> Header.of(record, delimiter))
                .reduce((a, b) -> b.names().size() > a.names().size() ? b : a)
                .orElseThrow();
    }

    private static Header distinct(Header header) throws UnreadableRegister {
        Set<String> seen = new HashSet<>();
        for (String name : header.names()) {
            if (!seen.add(Fields.key(name))) {
                throw new UnreadableRegister(Doubt.NO_HEADER, "its header names column '" + name + "' twice");
            }
        }
        return header;
    }

    private UnreadableRegister missing(Optional<Header> nearest) {
        if (nearest.isEmpty()) {
            return new UnreadableRegister(Doubt.UNREADABLE_FILE, "it is empty");
        }
        String lacks = nearest.get().missing(reader.required()).orElseThrow();
        return new UnreadableRegister(
                Doubt.NO_HEADER,
                "it has no column " + lacks.replace("|", " or ") + " (its columns: "
                        + String.join(", ", nearest.get().names()) + "; is it of another --format?)");
    }
}
