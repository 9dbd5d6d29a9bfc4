package io.chargelake.jobs.extract;

import io.chargelake.jobs.lake.UserError;
import io.chargelake.privacy.detect.Detectors;
import io.chargelake.privacy.detect.Finding;
import io.chargelake.privacy.request.Admitted;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** Looks at all texts of a delivery: a column that is listed as harmless may have got other values since. */
final class Texts {
    static void check(Admitted admitted, Collection<GatheredCell> cells) {
        admitted.request().question().dimensions().stream()
                .filter(dimension -> dimension.timeLabel().isEmpty())
                .forEach(dimension -> check(
                        dimension.name(),
                        cells.stream()
                                .map(cell -> cell.at().get(dimension.name()))
                                .filter(Objects::nonNull)
                                .toList()));
    }

    static void check(String column, List<String> values) {
        List<Finding> findings = Detectors.look(values);
        if (!findings.isEmpty()) {
            Finding first = findings.get(0);
            throw UserError.privacy("Cannot extract: " + first.line(column)
                    + " (rule detector; clean the column, or leave it out of the request)");
        }
    }

    private Texts() {}
}
