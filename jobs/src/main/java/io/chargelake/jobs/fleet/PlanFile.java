package io.chargelake.jobs.fleet;

import io.chargelake.energy.study.Course;
import io.chargelake.energy.study.Reason;
import io.chargelake.energy.study.VehicleState;
import io.chargelake.jobs.lake.files.BytesColumn;
import io.chargelake.jobs.lake.files.CodedColumn;
import io.chargelake.jobs.lake.files.FileTarget;
import io.chargelake.jobs.lake.files.PlainColumn;
import io.chargelake.jobs.lake.files.TableFiles;
import io.chargelake.jobs.tables.FleetPlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Plans of a day on their way to a data file. */
final class PlanFile implements DayFiles.File {
    private static final double PERCENT = 100;
    /** A thousandth of a watt: what is finer is rounding, and takes room. */
    private static final double GRAIN = 1e6;

    private final WordList strategy = new WordList(FleetPlan.STRATEGY, Strategies.codes());
    private final BytesColumn site = new BytesColumn(FleetPlan.SITE_ID);
    private final BytesColumn vehicle = new BytesColumn(FleetPlan.VEHICLE_ID);
    private final CodedColumn slotStart = CodedColumn.seconds(FleetPlan.SLOT_START);
    private final PlainColumn power = PlainColumn.reals(FleetPlan.POWER_KW);
    private final WordList state = new WordList(
            FleetPlan.STATE,
            Arrays.stream(VehicleState.values()).map(VehicleState::code).toList());
    private final PlainColumn soc = PlainColumn.reals(FleetPlan.SOC);
    private final WordList reason = new WordList(
            FleetPlan.REASON, Arrays.stream(Reason.values()).map(Reason::code).toList());
    private final TableFiles files;

    PlanFile(FileTarget target, long origin) {
        slotStart.origin(origin);
        files = new TableFiles(
                target,
                FleetPlan.TABLE,
                List.of(strategy.column(), site, vehicle, slotStart, power, state.column(), soc, reason.column()));
    }

    /** What is the same in all slots of a stay. */
    record Row(String strategy, byte[] site, byte[] vehicle) {
        Row(String strategy, String site, String vehicle) {
            this(strategy, site.getBytes(StandardCharsets.UTF_8), vehicle.getBytes(StandardCharsets.UTF_8));
        }
    }

    void add(Row row, int sinceOrigin, Course course) throws IOException {
        strategy.add(row.strategy());
        site.add(row.site());
        vehicle.add(row.vehicle());
        slotStart.add(sinceOrigin);
        power.add(rounded(course.powerKw()));
        state.add(course.state().ordinal());
        soc.add(rounded(course.soc() * PERCENT));
        reason.add(course.reason().ordinal());
        files.endRow();
    }

    static double rounded(double value) {
        return Math.rint(value * GRAIN) / GRAIN + 0.0; // no negative zero
    }

    @Override
    public TableFiles files() {
        return files;
    }
}
