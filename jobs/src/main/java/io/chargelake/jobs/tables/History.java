package io.chargelake.jobs.tables;

import java.util.ArrayList;
import java.util.stream.Stream;

/**
 * The versions of a dimension: its own columns and from when to when a row held. A version is valid from the first poll that shows it
 * until the next poll that shows another; the last one is open.
 */
public final class History {
    public static final Col VALID_FROM =
            Col.timestamp("valid_from").required().means("first poll or delivery that shows this version, UTC");
    public static final Col VALID_TO = Col.timestamp("valid_to")
            .means("first poll or delivery that shows another, or none; empty for the current one");

    public static Table of(Table dimension) {
        var columns = new ArrayList<>(dimension.columns());
        columns.add(VALID_FROM);
        columns.add(VALID_TO);
        Col[] key =
                Stream.concat(dimension.keys().stream(), Stream.of(VALID_FROM)).toArray(Col[]::new);
        return Table.of(
                        dimension.name() + "_history",
                        Layer.CLEAN,
                        "Versions of " + dimension.name() + " by the polls or deliveries that show them",
                        columns.toArray(Col[]::new))
                .key(key);
    }

    private History() {}
}
