package io.chargelake.jobs.fleet;

import io.chargelake.energy.Horizon;
import io.chargelake.energy.Plan;
import io.chargelake.energy.Site;
import io.chargelake.energy.SiteCase;
import io.chargelake.energy.grid.Reading;
import io.chargelake.energy.study.Course;
import io.chargelake.energy.study.Kpi;
import io.chargelake.energy.study.Study;
import io.chargelake.jobs.lake.files.NewFile;
import io.chargelake.jobs.tables.FleetKpi;
import io.chargelake.jobs.tables.FleetLoad;
import io.chargelake.jobs.tables.FleetPlan;
import io.chargelake.jobs.tables.GridQuality;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** What is made of sites on its way to data files: one a table and day. */
final class PlanFiles {
    private final Horizon horizon;
    private final LocalDate[] dayOf;
    private final DayFiles<PlanFile> plans;
    private final DayFiles<LoadFile> loads;
    private final DayFiles<KpiFile> kpis;
    private final DayFiles<QualityFile> qualities;

    PlanFiles(Horizon horizon, FleetTables targets) {
        this.horizon = horizon;
        this.dayOf = new LocalDate[horizon.slots()];
        for (int slot = 0; slot < dayOf.length; slot++) {
            dayOf[slot] = day(horizon.slotStartS(slot));
        }
        this.plans = new DayFiles<>(() -> new PlanFile(targets.plan(), horizon.startS()));
        this.loads = new DayFiles<>(() -> new LoadFile(targets.load(), horizon.startS()));
        this.kpis = new DayFiles<>(() -> new KpiFile(targets.kpi(), horizon.startS()));
        this.qualities = new DayFiles<>(() -> new QualityFile(targets.quality(), horizon.startS()));
    }

    private static LocalDate day(long second) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(second), ZoneOffset.UTC);
    }

    private int sinceStart(int slot) {
        return slot * horizon.stepS();
    }

    void plan(Study study) throws IOException {
        Plan plan = study.plan();
        SiteCase site = plan.site();
        Course course = new Course(study.strategy(), plan);
        for (int stay = 0; stay < site.count(); stay++) {
            course.begin(stay);
            PlanFile.Row row = new PlanFile.Row(
                    study.strategy(),
                    site.site().id(),
                    site.stay(stay).vehicle().id());
            while (course.next()) {
                plans.of(dayOf[course.slot()]).add(row, sinceStart(course.slot()), course);
            }
        }
    }

    void load(Study study) throws IOException {
        SiteCase site = study.plan().site();
        Site of = site.site();
        double[] vehicles = study.plan().vehiclesKw();
        double[] uncontrolled = study.uncontrolled().vehiclesKw();
        int[] connected = connected(site);
        for (int slot = 0; slot < horizon.slots(); slot++) {
            loads.of(dayOf[slot])
                    .add(
                            study.strategy(),
                            of,
                            sinceStart(slot),
                            slot,
                            new LoadFile.Kw(vehicles[slot], uncontrolled[slot]),
                            site.prices().buy(slot),
                            connected[slot]);
        }
    }

    private static int[] connected(SiteCase site) {
        int[] connected = new int[site.slots()];
        for (int stay = 0; stay < site.count(); stay++) {
            for (int place = site.begin(stay); place < site.begin(stay + 1); place++) {
                connected[site.slot(stay, place)]++;
            }
        }
        return connected;
    }

    void kpis(String strategy, String level, String key, List<Kpi> figures) throws IOException {
        for (Kpi kpi : figures) {
            kpis.of(dayOf[0]).add(strategy, level, key, kpi);
        }
    }

    void quality(String strategy, String site, int slot, Reading reading) throws IOException {
        qualities.of(dayOf[slot]).add(strategy, site, sinceStart(slot), reading);
    }

    Map<String, List<NewFile>> finish() throws IOException {
        return Map.of(
                FleetPlan.TABLE.name(), plans.finish(),
                FleetLoad.TABLE.name(), loads.finish(),
                FleetKpi.TABLE.name(), kpis.finish(),
                GridQuality.TABLE.name(), qualities.finish());
    }
}
