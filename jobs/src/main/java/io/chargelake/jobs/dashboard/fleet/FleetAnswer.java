package io.chargelake.jobs.dashboard.fleet;

import static io.chargelake.jobs.dashboard.pages.Field.number;
import static io.chargelake.jobs.dashboard.pages.Field.text;
import static io.chargelake.jobs.dashboard.pages.Field.time;

import io.chargelake.energy.Plan;
import io.chargelake.energy.Site;
import io.chargelake.energy.SiteCase;
import io.chargelake.energy.SlotPrices;
import io.chargelake.energy.TimeOfUse;
import io.chargelake.energy.grid.QualityLimits;
import io.chargelake.energy.study.GridInputs;
import io.chargelake.energy.study.Kpi;
import io.chargelake.energy.study.Reason;
import io.chargelake.energy.study.Spending;
import io.chargelake.energy.study.Study;
import io.chargelake.energy.study.Totals;
import io.chargelake.energy.study.VehicleState;
import io.chargelake.jobs.dashboard.pages.Answer;
import io.chargelake.jobs.dashboard.pages.Parameters;
import io.chargelake.jobs.dashboard.pages.Sheet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** A fleet charged by two strategies beside uncontrolled charging, computed now. */
public final class FleetAnswer {
    private static final String UNCONTROLLED =
            FleetRequest.STRATEGIES.keySet().iterator().next();
    private static final GridInputs GRID = GridInputs.standard(QualityLimits.IEEE_519);

    private final FleetDay day;
    private final SiteCase site;
    private final Map<Series, Study> studies = new EnumMap<>(Series.class);

    private FleetAnswer(FleetDay day) {
        this.day = day;
        this.site = day.site();
        FleetRequest request = day.request();
        var compared = CompletableFuture.supplyAsync(() -> study(request.compare()));
        Study controlled = study(request.strategy());
        studies.put(Series.UNCONTROLLED, Study.of(UNCONTROLLED, controlled.uncontrolled()));
        studies.put(Series.CONTROLLED, controlled);
        studies.put(Series.COMPARE, compared.join());
    }

    public static Answer of(Parameters asked) {
        return new FleetAnswer(FleetDay.of(FleetRequest.of(asked))).answer();
    }

    private Study study(String strategy) {
        return Study.of(strategy, InParts.plan(FleetRequest.STRATEGIES.get(strategy), site));
    }

    private Answer answer() {
        Study controlled = studies.get(Series.CONTROLLED);
        ChargeOfDay charge = new ChargeOfDay(controlled);
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("chosen", day.told());
        members.put("currency", day.tariff().currency());
        members.put("reasons", Stream.of(Reason.values()).map(Reason::code).toList());
        members.put(
                "reason_sentences",
                Stream.of(Reason.values()).map(Reason::sentence).toList());
        members.put("grid_inputs", GRID.words());
        members.put("grid_connection", day.connection().origin());
        members.put(
                "synthetic",
                "vehicles, stays, load and sun are drawn by the seed; a share of vehicles gives energy back whatever their model can");
        return new Answer(
                List.of(
                        load(),
                        charge.percentiles(),
                        charge.histogram(),
                        chargers(),
                        VehicleDays.of(controlled, day.models()),
                        tariff(),
                        Quality.of(studies, day.connection(), GRID),
                        kpis()),
                List.of(),
                members);
    }

    /** The begin of a slot; of the one after the last, the end of the day. */
    static String at(SiteCase site, int slot) {
        return Instant.ofEpochSecond(site.horizon().slotStartS(slot)).toString();
    }

    private Sheet load() {
        Site where = site.site();
        Map<Series, double[]> kw = new EnumMap<>(Series.class);
        studies.forEach((series, study) -> kw.put(series, study.plan().vehiclesKw()));
        List<Object[]> rows = new ArrayList<>();
        for (int slot = 0; slot < site.slots(); slot++) {
            double net = where.netKw(slot);
            rows.add(new Object[] {
                slot,
                at(site, slot),
                where.baseKw()[slot],
                net + kw.get(Series.UNCONTROLLED)[slot],
                net + kw.get(Series.CONTROLLED)[slot],
                net + kw.get(Series.COMPARE)[slot],
                where.solarKw()[slot],
                site.prices().buy(slot),
                where.capacityKw()
            });
        }
        return Sheet.of(
                        "load",
                        rows,
                        number("slot"),
                        time("time"),
                        number("base_kw", "kW"),
                        number("uncontrolled_kw", "kW"),
                        number("controlled_kw", "kW"),
                        number("compare_kw", "kW"),
                        number("solar_kw", "kW"),
                        number("price", day.tariff().currency() + "/kWh"),
                        number("limit_kw", "kW"))
                .by(
                        "what the grid sees: base_kw - solar_kw + vehicles; uncontrolled: the same vehicles at full power from arrival, as much energy as controlled delivers");
    }

    private Sheet chargers() {
        int[][] counts = new int[site.slots()][VehicleState.values().length];
        Plan plan = studies.get(Series.CONTROLLED).plan();
        for (int stay = 0; stay < site.count(); stay++) {
            for (int place = site.begin(stay); place < site.begin(stay + 1); place++) {
                counts[site.slot(stay, place)][
                        VehicleState.of(plan.kwh()[place]).ordinal()]++;
            }
        }
        List<Object[]> rows = new ArrayList<>();
        for (int slot = 0; slot < counts.length; slot++) {
            int[] of = counts[slot];
            int connected = Arrays.stream(of).sum();
            rows.add(new Object[] {
                at(site, slot),
                of[VehicleState.CHARGE.ordinal()],
                of[VehicleState.DISCHARGE.ordinal()],
                of[VehicleState.IDLE.ordinal()],
                Math.max(0, day.request().vehicles().count() - connected)
            });
        }
        return Sheet.of(
                        "chargers",
                        rows,
                        time("time"),
                        number("charging"),
                        number("giving_back"),
                        number("idle"),
                        number("away"))
                .by(
                        "vehicles, controlled; idle: plugged in without power; one that leaves and one that comes within a slot count both");
    }

    /** Stretches of equal prices, by the period that has the price. */
    private Sheet tariff() {
        SlotPrices prices = site.prices();
        List<Object[]> rows = new ArrayList<>();
        int from = 0;
        for (int slot = 1; slot <= prices.slots(); slot++) {
            if (slot == prices.slots() || prices.buy(slot) != prices.buy(from)) {
                rows.add(new Object[] {
                    band(prices.buy(from)),
                    at(site, from),
                    at(site, slot),
                    prices.buy(from),
                    day.tariff().currency()
                });
                from = slot;
            }
        }
        return Sheet.of(
                        "tariff",
                        rows,
                        text("band"),
                        time("from"),
                        time("to"),
                        number("price", day.tariff().currency() + "/kWh"),
                        text("currency"))
                .by("tariff " + day.tariff().name());
    }

    private String band(double price) {
        if (day.tariff().energy() instanceof TimeOfUse clock) {
            return clock.periods().stream()
                    .filter(period -> period.price() == price)
                    .map(TimeOfUse.Period::name)
                    .findFirst()
                    .orElse("normal");
        }
        return "";
    }

    private Sheet kpis() {
        Map<String, Object[]> rows = new LinkedHashMap<>();
        studies.forEach((series, study) -> {
            for (Kpi kpi : Totals.of(study).kpis(day.tariff().currency(), Spending.NOTHING)) {
                rows.computeIfAbsent(kpi.name(), name -> new Object[] {name, kpi.unit(), null, null, null})[
                                2 + series.ordinal()] =
                        value(study, kpi);
            }
        });
        return Sheet.of(
                        "kpis",
                        List.copyOf(rows.values()),
                        text("kpi"),
                        text("unit"),
                        number("uncontrolled"),
                        number("controlled"),
                        number("compare"))
                .by(
                        "as fleet_kpi (docs/energy.md); saving = cost of uncontrolled charging that delivers as much energy to each vehicle - cost, each strategy beside its own");
    }

    /** Of a plan that nobody has proved anything of, no gap is known. */
    private static double value(Study study, Kpi kpi) {
        boolean isOfProof = kpi.name().equals("worst_gap") || kpi.name().equals("wide_gaps");
        return isOfProof && Double.isNaN(study.plan().proof().gap()) ? Double.NaN : kpi.value();
    }
}
