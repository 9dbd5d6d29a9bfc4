package io.chargelake.jobs.generate.status;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was written. Always true: {@code expected_polls = distinct_polls + missing_polls + bad rows that lost their id or
 * time}, and {@code polls = distinct_polls + duplicates + conflicts + those bad rows}.
 */
public record StatusSummary(StatusWorld world, Map<Count, Long> counts) {

    public StatusSummary {
        counts = Map.copyOf(counts);
    }

    static StatusSummary of(StatusWorld world, Tally tally) {
        Map<Count, Long> counts = new EnumMap<>(Count.class);
        for (Count count : Count.values()) {
            counts.put(count, tally.get(count));
        }
        return new StatusSummary(world, counts);
    }

    public long get(Count count) {
        return counts.get(count);
    }

    /** Arguments and counts, in a fixed order and with fixed line ends. */
    public String toJson() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("seed", world.seed());
        values.put("from", world.from().toString());
        values.put("to", world.to().toString());
        values.put("points", world.points());
        values.put("connectors", world.connectors());
        values.put("poll_interval_s", world.pollIntervalS());
        values.put("damage", world.damage());
        for (Count count : Count.values()) {
            values.put(count.label(), get(count));
        }
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        try {
            return new ObjectMapper().writer(printer).writeValueAsString(values) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write the summary: " + e.getMessage(), e);
        }
    }
}
