package io.chargelake.energy.strategy;

import io.chargelake.energy.SiteCase;
import io.chargelake.energy.Stay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * The problem of a site as written down in docs/energy.md, put to a general solver: a variable for each flow of each vehicle
 * in each slot. Its own reading of stays, so that a mistake in reading them shows.
 */
final class Program {
    /** Dearer than any kWh. */
    private static final double UNMET = 1e3;

    final ExpressionsBasedModel model = new ExpressionsBasedModel();
    private final SiteCase site;
    private final Variable[][] charge;
    private final Variable[][] back;
    private final List<Variable> unmet = new ArrayList<>();
    private final double hours;

    private Program(SiteCase site) {
        this.site = site;
        this.hours = site.horizon().stepS() / 3_600.0;
        this.charge = new Variable[site.count()][site.slots()];
        this.back = new Variable[site.count()][site.slots()];
    }

    /** @param givesIn by slot, where energy may be given back */
    static Program of(SiteCase site, boolean[] givesIn) {
        Program program = new Program(site);
        for (int v = 0; v < site.count(); v++) {
            program.vehicle(v, givesIn);
        }
        return program;
    }

    static boolean[] everywhere(SiteCase site, boolean gives) {
        boolean[] all = new boolean[site.slots()];
        Arrays.fill(all, gives);
        return all;
    }

    private void vehicle(int v, boolean[] givesIn) {
        Stay stay = site.stay(v);
        double eta = stay.charger().type().efficiency();
        double battery = stay.vehicle().batteryKwh();
        double low = Math.min(0.2, stay.socArrival()) * battery;
        double high = Math.max(0.9, stay.socArrival()) * battery;
        double power = Math.min(
                stay.charger().powerKw(),
                stay.charger().type().isDirectCurrent()
                        ? stay.vehicle().dcKw()
                        : stay.vehicle().acKw());
        for (int t = 0; t < site.slots(); t++) {
            double most = power * present(stay, t);
            charge[v][t] = model.newVariable("c" + v + "_" + t).lower(0).upper(stay.socArrival() > 0.9 ? 0 : most);
            boolean gives = stay.vehicle().v2g() && givesIn[t];
            back[v][t] = model.newVariable("d" + v + "_" + t).lower(0).upper(gives ? most : 0);
            Expression soc = model.newExpression("s" + v + "_" + t);
            for (int u = 0; u <= t; u++) {
                soc.set(charge[v][u], eta).set(back[v][u], -1 / eta);
            }
            soc.lower(low - stay.socArrival() * battery).upper(high - stay.socArrival() * battery);
        }
        Variable missing = model.newVariable("u" + v).lower(0);
        unmet.add(missing);
        Expression target = model.newExpression("t" + v).set(missing, 1);
        for (int u = 0; u < site.slots(); u++) {
            target.set(charge[v][u], eta).set(back[v][u], -1 / eta);
        }
        target.lower(stay.socTarget() * battery - stay.socArrival() * battery);
    }

    private double present(Stay stay, int t) {
        long begin = site.horizon().startS() + (long) t * site.horizon().stepS();
        long from = Math.max(begin, stay.arrivalS());
        long to = Math.min(begin + site.horizon().stepS(), stay.departureS());
        return Math.max(0, to - from) / 3_600.0;
    }

    /** What may flow between site and grid, as far as vehicles have a part in it. */
    Program limited() {
        for (int t = 0; t < site.slots(); t++) {
            double net = site.site().netKw(t);
            double limit = site.site().limitKw();
            Expression load = load("l" + t, t);
            if (Double.isFinite(limit)) {
                load.upper(Math.max(0, limit - net) * hours);
            }
            double least = site.prices().paysExport() ? -limit : 0;
            if (Double.isFinite(least)) {
                load.lower(Math.min(0, least - net) * hours);
            }
        }
        return this;
    }

    private Expression load(String name, int t) {
        Expression load = model.newExpression(name);
        for (int v = 0; v < site.count(); v++) {
            load.set(charge[v][t], 1).set(back[v][t], -1);
        }
        return load;
    }

    /** Vehicles take just what they want, as far as that can be. */
    Program takingNoMore() {
        for (int v = 0; v < site.count(); v++) {
            Stay stay = site.stay(v);
            double battery = stay.vehicle().batteryKwh();
            double asked = Math.max(0, Math.min(stay.socTarget(), 0.9) - stay.socArrival()) * battery;
            Expression no = model.newExpression("n" + v);
            for (int t = 0; t < site.slots(); t++) {
                no.set(charge[v][t], stay.charger().type().efficiency());
            }
            no.upper(asked);
        }
        return this;
    }

    Program costing() {
        for (int v = 0; v < site.count(); v++) {
            double eta = site.stay(v).charger().type().efficiency();
            double wear = site.stay(v).vehicle().v2g() ? site.wear() : 0;
            for (int t = 0; t < site.slots(); t++) {
                charge[v][t].weight(site.prices().buy(t) + wear * eta);
                back[v][t].weight(-site.prices().sell(t) + wear / eta);
            }
        }
        return this;
    }

    /** What vehicles draw beyond the sun's surplus is bought, below it export is lost. */
    Program costingBeyondSun() {
        for (int t = 0; t < site.slots(); t++) {
            double sun = Math.max(0, -site.site().netKw(t)) * hours;
            double buy = site.prices().buy(t);
            double export = site.prices().paysExport() ? site.prices().sell(t) : 0;
            Variable own = model.newVariable("o" + t).lower(0).upper(sun).weight(Math.min(export, buy));
            Variable bought = model.newVariable("b" + t).lower(0).weight(buy);
            load("w" + t, t).set(own, -1).set(bought, -1).level(0);
        }
        return this;
    }

    /** A price on what vehicles draw, in each slot. */
    Program pricing(double[] price) {
        for (int v = 0; v < site.count(); v++) {
            for (int t = 0; t < site.slots(); t++) {
                charge[v][t].weight(price[t]);
            }
        }
        return this;
    }

    Program peaking() {
        Variable peak = model.newVariable("peak").lower(0).weight(1);
        for (int t = 0; t < site.slots(); t++) {
            load("k" + t, t).set(peak, -hours).upper(-site.site().netKw(t) * hours);
        }
        return this;
    }

    Program below(double kw) {
        for (int t = 0; t < site.slots(); t++) {
            load("z" + t, t).upper(Math.max(0, kw - site.site().netKw(t)) * hours);
        }
        return this;
    }

    /** The most that all can draw together. */
    double drawn() {
        for (Variable[] slots : charge) {
            for (Variable variable : slots) {
                variable.weight(1);
            }
        }
        return model.maximise().getValue();
    }

    /** A slot does one or the other: the bit of each slot tells which. */
    Program either(int way) {
        for (int v = 0; v < site.count(); v++) {
            for (int t = 0; t < site.slots(); t++) {
                Variable not = (way >> t & 1) == 0 ? back[v][t] : charge[v][t];
                not.upper(0);
            }
        }
        return this;
    }

    /** From a slot's begin on the battery is in the band; until then it only moves towards it. */
    Program entering(int v, int entry) {
        Stay stay = site.stay(v);
        double battery = stay.vehicle().batteryKwh();
        double from = stay.socArrival() * battery;
        boolean rises = stay.socArrival() < 0.2;
        for (int t = 0; t < site.slots(); t++) {
            if (t < entry) {
                Variable wrong = rises ? back[v][t] : charge[v][t];
                wrong.upper(0);
            } else if (!rises) {
                double power = stay.charger().powerKw(stay.vehicle());
                charge[v][t].upper(power * present(stay, t));
            }
            if (t + 1 >= entry) {
                Expression soc = model.getExpression("s" + v + "_" + t);
                soc.lower(0.2 * battery - from).upper(0.9 * battery - from);
            }
        }
        return this;
    }

    /** Unmet kWh and what the rest costs; not a number without a solution. */
    record Optimum(double unmet, double value) {}

    Optimum solve() {
        unmet.forEach(missing -> missing.weight(UNMET));
        Optimisation.Result result = model.minimise();
        if (!result.getState().isFeasible()) {
            return new Optimum(Double.NaN, Double.NaN);
        }
        double missing = unmet.stream()
                .mapToDouble(variable -> variable.getValue().doubleValue())
                .sum();
        return new Optimum(missing, result.getValue() - UNMET * missing);
    }
}
