package io.chargelake.jobs.dashboard.fleet;

import static io.chargelake.jobs.dashboard.pages.Field.flag;
import static io.chargelake.jobs.dashboard.pages.Field.number;
import static io.chargelake.jobs.dashboard.pages.Field.text;

import io.chargelake.energy.grid.Connection;
import io.chargelake.energy.grid.Metric;
import io.chargelake.energy.grid.Reading;
import io.chargelake.energy.study.GridInputs;
import io.chargelake.energy.study.GridStudy;
import io.chargelake.energy.study.Study;
import io.chargelake.jobs.dashboard.pages.Sheet;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Power quality in the worst slot of the day. */
final class Quality {

    static Sheet of(Map<Series, Study> studies, Connection connection, GridInputs inputs) {
        List<Object[]> rows = new ArrayList<>();
        studies.forEach((series, study) -> worst(GridStudy.of(study.plan(), connection, inputs), study)
                .forEach((metric, reading) -> rows.add(new Object[] {
                    metric.code(),
                    series.code(),
                    reading.value(),
                    reading.limit(),
                    reading.shareOfLimit(),
                    reading.isOk(),
                    metric.formula(),
                    metric.unit()
                })));
        return Sheet.of(
                        "quality",
                        rows,
                        text("indicator"),
                        text("series"),
                        number("value"),
                        number("limit"),
                        number("share_of_limit"),
                        flag("ok"),
                        text("formula"),
                        text("unit"))
                .by(
                        "the worst slot of the day; share_of_limit = value / limit, of a least value limit / value; what has no inputs (frequency: how stiff the system is) has no value");
    }

    private static Map<Metric, Reading> worst(GridStudy grid, Study study) {
        Map<Metric, Reading> worst = new EnumMap<>(Metric.class);
        for (int slot = 0; slot < study.plan().site().slots(); slot++) {
            for (Reading reading : grid.at(slot)) {
                worst.merge(
                        reading.metric(),
                        reading,
                        (before, now) -> now.metric().isWorse(now.value(), before.value()) ? now : before);
            }
        }
        return worst;
    }

    private Quality() {}
}
