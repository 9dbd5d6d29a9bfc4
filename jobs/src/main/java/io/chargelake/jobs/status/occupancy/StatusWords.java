package io.chargelake.jobs.status.occupancy;

import io.chargelake.status.Status;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.unsafe.types.UTF8String;

/** Codes of status words as received. Each word is resolved once: there are few. */
final class StatusWords {
    /** Added to the code of a word that the contract does not know, so that it can be reported. */
    static final int UNKNOWN_WORD = 16;

    private static final int MOST_WORDS = 10_000; // damaged input may hold any number of different ones

    private final Map<UTF8String, Integer> codes = new HashMap<>();

    /** The code of {@link Status#of}, marked if the word is unknown; null is. */
    int code(UTF8String word) {
        if (word == null) {
            return Status.UNKNOWN.code() | UNKNOWN_WORD;
        }
        Integer known = codes.get(word);
        return known != null ? known : resolve(word);
    }

    private int resolve(UTF8String word) {
        String text = word.toString();
        int code = Status.of(text).code() | (Status.recognises(text) ? 0 : UNKNOWN_WORD);
        if (codes.size() < MOST_WORDS) {
            codes.put(word.copy(), code);
        }
        return code;
    }
}
