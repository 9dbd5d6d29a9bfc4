package io.chargelake.privacy.request;

import java.util.Optional;

/**
 * What figures are grouped by: a column, or a label of the record's time. A label goes before a column of the same name, which would hold more than it.
 */
public record Dimension(String name) {
    public Dimension {
        Words.requireLine("dimension", name);
    }

    public Optional<TimeLabel> timeLabel() {
        return TimeLabel.named(name);
    }
}
