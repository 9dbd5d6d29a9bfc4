package io.chargelake.jobs.fleet;

import io.chargelake.jobs.lake.files.CodedColumn;
import io.chargelake.jobs.tables.Col;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A column of a few words that are known before. */
final class WordList {
    private final CodedColumn column;
    private final Map<String, Integer> places = new HashMap<>();

    WordList(Col col, List<String> words) {
        byte[][] bytes = words.stream()
                .map(word -> word.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        this.column = CodedColumn.words(bytes, col);
        for (String word : words) {
            places.put(word, places.size());
        }
    }

    CodedColumn column() {
        return column;
    }

    void add(String word) {
        column.add(places.get(word));
    }

    /** By its place in the list. */
    void add(int place) {
        column.add(place);
    }
}
