package io.chargelake.privacy.request;

import io.chargelake.text.Suggestions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gathers what speaks against a request. */
final class Refusals {
    private final List<Refusal> all = new ArrayList<>();

    void add(RequestRule rule, String subject, String change) {
        all.add(new Refusal(rule, subject, change));
    }

    /** @param key of the request, to be changed */
    void addUnknown(RequestRule rule, String subject, Collection<String> allowed, String key) {
        String meant = Suggestions.closest(subject, allowed)
                .map(closest -> "did you mean " + closest + "? ")
                .orElse("");
        add(rule, subject, meant + "allowed: " + String.join(", ", allowed) + "; change " + key);
    }

    List<Refusal> all() {
        return List.copyOf(all);
    }

    static String names(Stream<? extends ListedColumn> columns) {
        String names = columns.map(ListedColumn::name).collect(Collectors.joining(", "));
        return names.isEmpty() ? "none" : names;
    }
}
