package io.chargelake.energy.study;

import io.chargelake.energy.ChargerClass;
import io.chargelake.energy.Phase;
import io.chargelake.energy.Plan;
import io.chargelake.energy.Site;
import io.chargelake.energy.SiteCase;
import io.chargelake.energy.grid.Connection;
import io.chargelake.energy.grid.FeederSweep;
import io.chargelake.energy.grid.Harmonics;
import io.chargelake.energy.grid.Reading;
import io.chargelake.energy.grid.Readings;
import io.chargelake.energy.grid.Transformer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a plan does to the grid at its site, slot by slot. A figure whose inputs are not known is not known either. */
public final class GridStudy {
    private static final double ROOT_3 = Math.sqrt(3);
    private static final int PHASES = 3;

    private final Site site;
    private final GridInputs inputs;
    private final Connection connection;
    private final Readings readings;
    private final Optional<FeederSweep> sweep;
    private final double[] vehiclesKw;
    private final double[][] kwOfPhase;
    private final List<Map<ChargerClass, Harmonics.Emitters>> emitters;
    private final double[] kva;
    private final double[] hotSpot;
    private final double demandAmperes;

    private GridStudy(Plan plan, Connection connection, GridInputs inputs) {
        SiteCase of = plan.site();
        this.site = of.site();
        this.inputs = inputs;
        this.connection = connection;
        this.readings = new Readings(inputs.limits(), site.level().kilovolts());
        this.sweep = connection.isKnown() ? Optional.of(new FeederSweep(connection.feeder())) : Optional.empty();
        this.vehiclesKw = plan.vehiclesKw();
        this.kwOfPhase = new double[of.slots()][PHASES];
        this.emitters = new ArrayList<>(of.slots());
        for (int slot = 0; slot < of.slots(); slot++) {
            emitters.add(new EnumMap<>(ChargerClass.class));
            Arrays.fill(kwOfPhase[slot], site.netKw(slot) / PHASES);
        }
        for (int stay = 0; stay < of.count(); stay++) {
            addStay(plan, stay);
        }
        this.kva = new double[of.slots()];
        Arrays.setAll(kva, slot -> Math.hypot(kw(slot), kvar(slot)));
        this.hotSpot = site.transformerKva() > 0
                ? new Transformer(site.transformerKva(), Transformer.Warming.DISTRIBUTION, inputs.ambientCelsius())
                        .hotSpot(kva, of.horizon().slotHours())
                : new double[0];
        this.demandAmperes = amperes(Arrays.stream(kva).max().orElse(0));
    }

    public static GridStudy of(Plan plan, Connection connection, GridInputs inputs) {
        return new GridStudy(plan, connection, inputs);
    }

    private void addStay(Plan plan, int stay) {
        SiteCase of = plan.site();
        Phase phase = plan.phases().get(stay);
        ChargerClass type = of.stay(stay).charger().type();
        for (int place = of.begin(stay); place < of.begin(stay + 1); place++) {
            double kw = plan.kwh()[place] / of.horizon().slotHours();
            if (kw == 0) {
                continue;
            }
            int slot = of.slot(stay, place);
            for (int p = 0; p < PHASES; p++) {
                boolean isAll = phase == Phase.ALL;
                kwOfPhase[slot][p] += isAll ? kw / PHASES : phase.index() == p ? kw : 0;
            }
            emitters.get(slot)
                    .computeIfAbsent(
                            type, t -> new Harmonics.Emitters(inputs.spectra().get(t)))
                    .add(amperes(kw));
        }
    }

    private double amperes(double kw) {
        return kw / (ROOT_3 * site.level().kilovolts());
    }

    private double kw(int slot) {
        return site.netKw(slot) + vehiclesKw[slot];
    }

    private double kvar(int slot) {
        return site.baseKw()[slot] * Math.tan(Math.acos(inputs.basePowerFactor()))
                + Math.abs(vehiclesKw[slot]) * Math.tan(Math.acos(inputs.chargerPowerFactor()));
    }

    public List<Reading> at(int slot) {
        Harmonics harmonics = Harmonics.of(emitters.get(slot).values());
        double distortionKva = harmonics.allAmperes() * ROOT_3 * site.level().kilovolts();
        List<Reading> all = new ArrayList<>(8);
        all.add(readings.voltage(voltage(slot)));
        if (site.transformerKva() > 0) {
            all.add(readings.transformerLoading(kva[slot] / site.transformerKva()));
            all.add(readings.transformerAgeing(hotSpot[slot]));
        }
        all.add(readings.voltageDistortion(harmonics, connection.ohm(), connection.reactanceOhm()));
        all.add(readings.demandDistortion(demandAmperes > 0 ? harmonics.allAmperes() / demandAmperes : 0));
        all.add(readings.powerFactor(kw(slot), kvar(slot), distortionKva));
        all.add(readings.unbalance(kwOfPhase[slot], connection.ohm(), connection.reactanceOhm()));
        all.add(readings.frequency(vehiclesKw[slot], inputs.stiffness()));
        return all;
    }

    private double voltage(int slot) {
        if (sweep.isEmpty()) {
            return Double.NaN;
        }
        sweep.get().solve(new double[] {0, kw(slot)}, new double[] {0, kvar(slot)});
        return sweep.get().lowestVoltage();
    }
}
