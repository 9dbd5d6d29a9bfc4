package io.chargelake.jobs.fleet;

import io.chargelake.energy.Plan;
import io.chargelake.energy.Proof;
import io.chargelake.energy.SiteCase;
import io.chargelake.energy.grid.Metric;
import io.chargelake.energy.grid.Reading;
import io.chargelake.energy.strategy.Strategy;
import io.chargelake.energy.study.GridStudy;
import io.chargelake.energy.study.Kpi;
import io.chargelake.energy.study.RollingHorizon;
import io.chargelake.energy.study.Study;
import io.chargelake.energy.study.Totals;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.catalyst.InternalRow;

/** Plans the sites of one partition one after the other, and writes what comes of it to data files. */
record PlanTask(Setup setup, FleetTables tables) implements FlatMapFunction<Iterator<InternalRow>, Answer> {

    @Override
    public Iterator<Answer> call(Iterator<InternalRow> rows) throws IOException {
        Pass pass = new Pass();
        var sites = new SiteInputs(
                rows, setup.horizon(), setup.sites(), setup.grid().resistanceOverReactance());
        while (sites.hasNext()) {
            pass.take(sites.next());
        }
        return List.of(pass.answer()).iterator();
    }

    private final class Pass {
        private final PlanFiles files = new PlanFiles(setup.horizon(), tables);
        private final Map<String, Totals> totals = new TreeMap<>();
        private final List<RefusedStay> refused = new ArrayList<>();
        private long planned;
        private long sites;
        private long repeated;
        private long missing;

        void take(SiteInput input) throws IOException {
            refused.addAll(input.refused());
            repeated += input.repeats();
            missing += input.missingSlots();
            if (input.stays().isEmpty()) {
                return;
            }
            List<Planned> all;
            try {
                all = plan(input);
            } catch (RuntimeException e) {
                // a fault of ours at one site, whatever it is, must not cost the others their plans
                input.stays()
                        .forEach(stay -> refused.add(
                                SiteInputs.refused(stay, FleetRules.UNPLANNABLE.code(), String.valueOf(e))));
                return;
            }
            planned += input.stays().size();
            sites++;
            for (Planned one : all) {
                write(one, input);
            }
        }

        private void write(Planned one, SiteInput input) throws IOException {
            Study study = one.study();
            files.plan(study);
            files.load(study);
            files.kpis(study.strategy(), KpiFile.SITE, input.site().id(), figures(one));
            totals.merge(study.strategy(), one.totals(), Totals::plus);
            if (setup.detail() != GridDetail.none) {
                quality(study, input);
            }
        }

        /** What a strategy minimises is of one site: other sites' do not add to it. */
        private List<Kpi> figures(Planned one) {
            Proof proof = one.study().plan().proof();
            List<Kpi> figures = new ArrayList<>(one.totals().kpis(setup.currency(), setup.spending()));
            figures.add(new Kpi("objective", proof.objective(), ""));
            figures.add(new Kpi("bound", Double.isFinite(proof.bound()) ? proof.bound() : Double.NaN, ""));
            return figures;
        }

        private void quality(Study study, SiteInput input) throws IOException {
            GridStudy grid = GridStudy.of(study.plan(), input.connection(), setup.grid());
            Map<Metric, Worst> worst = new EnumMap<>(Metric.class);
            for (int slot = 0; slot < setup.horizon().slots(); slot++) {
                for (Reading reading : grid.at(slot)) {
                    if (setup.detail() == GridDetail.slots) {
                        files.quality(study.strategy(), input.site().id(), slot, reading);
                    } else {
                        worst.merge(reading.metric(), new Worst(slot, reading), Worst::worse);
                    }
                }
            }
            for (Worst of : worst.values()) {
                files.quality(study.strategy(), input.site().id(), of.slot(), of.reading());
            }
        }

        Answer answer() throws IOException {
            return new Answer(files.finish(), totals, refused, planned, sites, repeated, missing);
        }
    }

    private record Planned(Study study, Totals totals) {}

    private record Worst(int slot, Reading reading) {
        static Worst worse(Worst before, Worst now) {
            boolean isWorse = now.reading.metric().isWorse(now.reading.value(), before.reading.value());
            return isWorse ? now : before;
        }
    }

    private List<Planned> plan(SiteInput input) {
        SiteCase site = SiteCase.of(input.site(), setup.horizon(), setup.prices(), setup.wear(), input.stays());
        List<Planned> all = new ArrayList<>();
        for (String code : setup.strategies()) {
            all.add(setup.every() == 0 ? once(code, site) : live(code, site));
        }
        return all;
    }

    private static Planned once(String code, SiteCase site) {
        Study study = Study.of(Strategies.named(code), site);
        return new Planned(study, Totals.of(study));
    }

    private Planned live(String code, SiteCase site) {
        Strategy strategy = Strategies.named(code);
        Plan rolled = RollingHorizon.plan(strategy, site, setup.every());
        Study study = Study.of(code, rolled);
        Study hindsight = Study.of(strategy, site);
        return new Planned(study, Totals.of(study).withHindsight(hindsight.outcome()));
    }
}
