package io.chargelake.jobs.profile;

import io.chargelake.profile.TableProfile;
import io.chargelake.profile.Usability;
import io.chargelake.profile.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a table's profile says of the table as a whole, in words that the terminal and the page share. */
final class TableWords {

    /** By heading. */
    static Map<String, List<String>> facts(TableProfile table) {
        var facts = new LinkedHashMap<String, List<String>>();
        facts.put("verdict", List.of(verdict(table)));
        facts.put("keys", keys(table));
        facts.put("duplicates", List.of(duplicates(table.rows())));
        if (table.rows().broken() > 0) {
            facts.put("broken", List.of(Words.count(table.rows().broken()) + " lines are no rows of the table"));
        }
        if (!table.incoherences().isEmpty()) {
            facts.put(
                    "coherence",
                    table.incoherences().stream().map(TableWords::incoherence).toList());
        }
        if (!table.notes().isEmpty()) {
            facts.put("note", table.notes());
        }
        return facts;
    }

    static String size(TableProfile table) {
        return Words.count(table.rows().all()) + " rows, "
                + Words.count(table.columns().size()) + " columns";
    }

    private static String verdict(TableProfile table) {
        return Arrays.stream(Usability.Level.values())
                .filter(level -> table.count(level) > 0)
                .map(level -> table.count(level) + " " + level.words())
                .collect(Collectors.joining(", "));
    }

    private static List<String> keys(TableProfile table) {
        if (table.keys().isEmpty() && table.nearKeys().isEmpty()) {
            return List.of("none found");
        }
        var words = new ArrayList<String>();
        if (!table.keys().isEmpty()) {
            words.add(String.join(" or ", table.keys()) + (table.rows().isWhole() ? "" : ", as far as was sampled"));
        }
        table.nearKeys().forEach(near -> words.add("nearly " + near));
        return words;
    }

    private static String duplicates(TableProfile.Rows rows) {
        String about = rows.exactDuplicates() ? "" : "about ";
        return rows.duplicates() == 0
                ? "none" + (rows.exactDuplicates() ? "" : " among a sample of the rows")
                : about + Words.count(rows.duplicates()) + " rows are there before, value by value ("
                        + Words.share((double) rows.duplicates() / rows.all()) + ")";
    }

    private static String incoherence(TableProfile.Incoherence found) {
        String share = found.isExact() ? Words.share(found.share()) : Words.aboutShare(found.share());
        return found.sentence() + " in " + share + " of the rows";
    }

    private TableWords() {}
}
