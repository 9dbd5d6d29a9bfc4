package io.chargelake.jobs.status.occupancy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Devices as small ints, in order of appearance. A number is that of an id, shifted, with the type in the lowest bit: so
 * an id that a Parquet dictionary holds is looked up once, whatever types its rows have.
 */
final class DeviceNumbers {
    static final String POINT = "point";
    static final String CONNECTOR = "connector";
    /** The words of types by their number. */
    static final List<String> TYPES = List.of(POINT, CONNECTOR);

    static final int MISSING = -1;
    static final int DAMAGED = -2;

    private static final UTF8String[] TYPE_WORDS =
            TYPES.stream().map(UTF8String::fromString).toArray(UTF8String[]::new);
    private static final UTF8String REPLACEMENT_CHARACTER = UTF8String.fromString("\uFFFD");

    private final Map<UTF8String, Integer> numbers = new HashMap<>();
    private final List<UTF8String> ids = new ArrayList<>();

    /** The type's number; {@link #MISSING} for a word that is none. */
    static int type(UTF8String word) {
        for (int type = 0; type < TYPE_WORDS.length; type++) {
            if (TYPE_WORDS[type].equals(word)) {
                return type;
            }
        }
        return MISSING;
    }

    static int device(int type, int id) {
        return id << 1 | type;
    }

    /** The id's number; {@link #MISSING} or {@link #DAMAGED} for one that can't be used. */
    int id(UTF8String id) {
        if (id == null) {
            return MISSING;
        }
        Integer known = numbers.get(id);
        return known != null ? known : add(id);
    }

    Device device(int number) {
        return new Device(TYPES.get(number & 1), ids.get(number >> 1).toString());
    }

    private int add(UTF8String id) {
        if (id.trim().numBytes() == 0) {
            return MISSING;
        }
        if (id.contains(REPLACEMENT_CHARACTER) || !id.isValid()) {
            return DAMAGED;
        }
        UTF8String own = id.copy(); // the feed's bytes change under it
        numbers.put(own, ids.size());
        ids.add(own);
        return ids.size() - 1;
    }
}
