package io.chargelake.jobs.fleet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chargelake.jobs.conf.BuiltIn;
import io.chargelake.jobs.lake.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What models of vehicles are like, each entry with its source. Of several that name a model the first counts: those that the user names, then
 * those built in. What a source does not tell stays empty.
 */
record Catalogue(List<Entry> entries) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HEADER = "model,battery_kwh,ac_kw,dc_kw,v2g";
    private static final String BASE = "vehicles/base.csv";
    private static final String JSON_FILE = ".json";

    /** @param source the file it comes from */
    record Entry(
            String model,
            Optional<Double> batteryKwh,
            Optional<Double> acKw,
            Optional<Double> dcKw,
            Optional<Boolean> v2g,
            String source) {}

    Catalogue {
        entries = List.copyOf(entries);
    }

    static Catalogue of(List<Path> files) {
        List<Entry> entries = new ArrayList<>();
        for (Path file : files) {
            String name = file.getFileName().toString();
            entries.addAll(
                    name.endsWith(JSON_FILE)
                            ? specification(file.toString(), text(file))
                            : lines(file.toString(), text(file)));
        }
        entries.addAll(lines(BASE, BuiltIn.text(BASE).orElseThrow()));
        return new Catalogue(entries);
    }

    /** One entry a model. */
    Map<String, Entry> byModel() {
        Map<String, Entry> first = new LinkedHashMap<>();
        entries.forEach(entry -> first.putIfAbsent(entry.model(), entry));
        return first;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw UserError.usage("Cannot read " + file + ": "
                    + (Files.exists(file) ? "it is no readable UTF-8 text file" : "there is no such file")
                    + " (a catalogue of vehicles is expected, --catalogue)");
        }
    }

    private static List<Entry> lines(String file, String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        if (lines.isEmpty() || !lines.get(0).strip().equals(HEADER)) {
            throw UserError.usage("Cannot read " + file + ": a catalogue begins with the line " + HEADER
                    + ", or is a specification file of EV2Gym (.json)");
        }
        return lines.stream().skip(1).map(line -> entry(file, line)).toList();
    }

    private static Entry entry(String file, String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != 5) {
            throw UserError.usage("Cannot read " + file + ": 5 cells expected (" + line + ")");
        }
        try {
            return new Entry(
                    cells[0],
                    number(cells[1]),
                    number(cells[2]),
                    number(cells[3]),
                    cells[4].isEmpty() ? Optional.empty() : Optional.of(cells[4].equals("1")),
                    file);
        } catch (NumberFormatException e) {
            throw UserError.usage("Cannot read " + file + ": a value is no number (" + line + ")");
        }
    }

    private static Optional<Double> number(String cell) {
        return cell.isEmpty() ? Optional.empty() : Optional.of(Double.valueOf(cell));
    }

    /** The form in which EV2Gym keeps models: by name, with powers of charging and discharging. */
    private static List<Entry> specification(String file, String text) {
        try {
            JsonNode models = JSON.readTree(text);
            if (!models.isObject()) {
                throw UserError.usage("Cannot read " + file + ": models by name are expected");
            }
            List<Entry> entries = new ArrayList<>();
            models.fields().forEachRemaining(model -> entries.add(entry(file, model.getKey(), model.getValue())));
            return entries;
        } catch (JsonProcessingException e) {
            throw UserError.usage("Cannot read " + file + ": it is no valid JSON (line "
                    + (e.getLocation() == null ? 1 : e.getLocation().getLineNr()) + ")");
        }
    }

    private static Entry entry(String file, String name, JsonNode model) {
        Optional<Double> backOnAc = number(model, "max_ac_discharge_power");
        Optional<Double> backOnDc = number(model, "max_dc_discharge_power");
        Optional<Boolean> v2g = backOnAc.isEmpty() && backOnDc.isEmpty()
                ? Optional.empty()
                : Optional.of(backOnAc.orElse(0.0) > 0 || backOnDc.orElse(0.0) > 0);
        return new Entry(
                name,
                number(model, "battery_capacity"),
                number(model, "max_ac_charge_power"),
                number(model, "max_dc_charge_power"),
                v2g,
                file);
    }

    private static Optional<Double> number(JsonNode model, String key) {
        JsonNode value = model.get(key);
        return value == null || !value.isNumber() ? Optional.empty() : Optional.of(value.doubleValue());
    }
}
