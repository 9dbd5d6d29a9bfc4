package io.chargelake.jobs.dashboard.fleet;

import static io.chargelake.jobs.dashboard.pages.Field.flag;
import static io.chargelake.jobs.dashboard.pages.Field.list;
import static io.chargelake.jobs.dashboard.pages.Field.number;
import static io.chargelake.jobs.dashboard.pages.Field.share;
import static io.chargelake.jobs.dashboard.pages.Field.text;
import static io.chargelake.jobs.dashboard.pages.Field.time;

import io.chargelake.energy.Horizon;
import io.chargelake.energy.Plan;
import io.chargelake.energy.Site;
import io.chargelake.energy.SiteCase;
import io.chargelake.energy.SlotPrices;
import io.chargelake.energy.TimeOfUse;
import io.chargelake.energy.grid.Metric;
import io.chargelake.energy.grid.QualityLimits;
import io.chargelake.energy.grid.Reading;
import io.chargelake.energy.study.Course;
import io.chargelake.energy.study.GridInputs;
import io.chargelake.energy.study.GridStudy;
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
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** A fleet charged by two strategies beside uncontrolled charging, computed now. */
public final class FleetAnswer {
    private static final double PERCENT = 100;
    private static final int SOC_BINS = 10;
    private static final GridInputs GRID = GridInputs.standard(QualityLimits.IEEE_519);

    /** The three that are compared, in order. */
    private enum Series {
        UNCONTROLLED,
        CONTROLLED,
        COMPARE;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

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

    private static final String UNCONTROLLED =
            FleetRequest.STRATEGIES.keySet().iterator().next();

    public static Answer of(Parameters asked) {
        return new FleetAnswer(FleetDay.of(FleetRequest.of(asked))).answer();
    }

    private Study study(String strategy) {
        return Study.of(strategy, InParts.plan(FleetRequest.STRATEGIES.get(strategy), site));
    }

    private Answer answer() {
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
                List.of(load(), soc(), histogram(), chargers(), vehicles(), tariff(), quality(), kpis()),
                List.of(),
                members);
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
                at(slot),
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

    private String at(int slot) {
        return Instant.ofEpochSecond(site.horizon().slotStartS(slot)).toString();
    }

    /** States of charge of those who are plugged in at the end of each slot, from the lowest on. */
    private List<double[]> socs(Study study) {
        List<List<Double>> bySlot = new ArrayList<>();
        for (int slot = 0; slot < site.slots(); slot++) {
            bySlot.add(new ArrayList<>());
        }
        Course course = new Course(study.strategy(), study.plan());
        for (int stay = 0; stay < site.count(); stay++) {
            course.begin(stay);
            while (course.next()) {
                bySlot.get(course.slot()).add(course.soc());
            }
        }
        return bySlot.stream()
                .map(of -> of.stream().mapToDouble(Double::doubleValue).sorted().toArray())
                .toList();
    }

    private Sheet soc() {
        List<double[]> socs = socs(studies.get(Series.CONTROLLED));
        List<Object[]> rows = new ArrayList<>();
        for (int slot = 0; slot < site.slots(); slot++) {
            double[] of = socs.get(slot);
            rows.add(new Object[] {at(slot), rank(of, 10), rank(of, 50), rank(of, 90), of.length});
        }
        return Sheet.of("soc", rows, time("time"), share("p10"), share("p50"), share("p90"), number("vehicles"))
                .by("of vehicles plugged in, controlled, at the slot's end; percentiles by the nearest rank");
    }

    /** By the nearest rank; NaN of nobody. */
    private static double rank(double[] sorted, int percent) {
        int rank = (int) Math.ceil(percent / PERCENT * sorted.length);
        return sorted.length == 0 ? Double.NaN : sorted[Math.max(0, rank - 1)];
    }

    private Sheet histogram() {
        List<double[]> socs = socs(studies.get(Series.CONTROLLED));
        List<Object[]> rows = new ArrayList<>();
        for (int slot = 0; slot < site.slots(); slot++) {
            int[] counts = new int[SOC_BINS];
            for (double soc : socs.get(slot)) {
                counts[Math.max(0, Math.min(SOC_BINS - 1, (int) (soc * SOC_BINS)))]++;
            }
            for (int bin = 0; bin < SOC_BINS; bin++) {
                rows.add(new Object[] {slot, bin / (double) SOC_BINS, (bin + 1) / (double) SOC_BINS, counts[bin]});
            }
        }
        return Sheet.of("soc_histogram", rows, number("slot"), share("bin_from"), share("bin_to"), number("vehicles"))
                .by("vehicles plugged in, controlled, with bin_from <= soc < bin_to at the slot's end");
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
                at(slot),
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

    /** Each vehicle's day in a row: a letter, a power, a SOC and a reason for each slot. */
    private Sheet vehicles() {
        Map<String, Course24> byVehicle = new LinkedHashMap<>();
        Study study = studies.get(Series.CONTROLLED);
        Course course = new Course(study.strategy(), study.plan());
        for (int stay = 0; stay < site.count(); stay++) {
            Course24 of = byVehicle.computeIfAbsent(site.stay(stay).vehicle().id(), id -> new Course24(site.slots()));
            course.begin(stay);
            while (course.next()) {
                of.note(course);
            }
        }
        List<Object[]> rows = new ArrayList<>();
        for (int stay = 0; stay < site.count(); stay++) {
            var vehicle = site.stay(stay).vehicle();
            Course24 of = byVehicle.remove(vehicle.id());
            if (of != null) {
                rows.add(new Object[] {
                    vehicle.id(),
                    day.models().get(vehicle.id()),
                    vehicle.batteryKwh(),
                    vehicle.v2g(),
                    of.states(),
                    of.powerKw,
                    of.soc,
                    of.reasons
                });
            }
        }
        return Sheet.of(
                        "v2g",
                        rows,
                        text("vehicle"),
                        text("model"),
                        number("battery_kwh", "kWh"),
                        flag("v2g"),
                        text("state"),
                        list("power_kw"),
                        list("soc"),
                        list("reason"))
                .by(
                        "a value a slot, null where it is away; state: c charges, d gives back, i idle, a away; power_kw at the grid's side, below 0 where it gives back; soc in % at the slot's end; reason: place in reasons");
    }

    private static final class Course24 {
        private final char[] states;
        private final List<Object> powerKw;
        private final List<Object> soc;
        private final List<Object> reasons;

        Course24(int slots) {
            states = new char[slots];
            Arrays.fill(states, 'a');
            powerKw = new ArrayList<>(Collections.nCopies(slots, null));
            soc = new ArrayList<>(Collections.nCopies(slots, null));
            reasons = new ArrayList<>(Collections.nCopies(slots, null));
        }

        void note(Course course) {
            int slot = course.slot();
            states[slot] = course.state().code().charAt(0);
            powerKw.set(slot, tenths(course.powerKw()));
            soc.set(slot, tenths(PERCENT * course.soc()));
            reasons.set(slot, course.reason().ordinal());
        }

        String states() {
            return new String(states);
        }

        private static double tenths(double value) {
            return Math.round(value * 10) / 10.0;
        }
    }

    /** Stretches of equal prices, by the period that has the price. */
    private Sheet tariff() {
        SlotPrices prices = site.prices();
        Horizon horizon = site.horizon();
        List<Object[]> rows = new ArrayList<>();
        int from = 0;
        for (int slot = 1; slot <= prices.slots(); slot++) {
            if (slot == prices.slots() || prices.buy(slot) != prices.buy(from)) {
                rows.add(new Object[] {
                    band(prices.buy(from)),
                    at(from),
                    Instant.ofEpochSecond(horizon.slotStartS(slot)).toString(),
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

    private Sheet quality() {
        List<Object[]> rows = new ArrayList<>();
        studies.forEach((series, study) -> worst(study)
                .forEach((metric, reading) -> rows.add(new Object[] {
                    metric.code(),
                    series.code(),
                    reading.value(),
                    reading.limit(),
                    shareOfLimit(reading),
                    reading.isOk(),
                    metric.formula(),
                    metric == Metric.FREQUENCY_DEVIATION_HZ ? "Hz" : metric == Metric.TRANSFORMER_AGEING ? "" : "share"
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

    private Map<Metric, Reading> worst(Study study) {
        GridStudy grid = GridStudy.of(study.plan(), day.connection(), GRID);
        Map<Metric, Reading> worst = new EnumMap<>(Metric.class);
        for (int slot = 0; slot < site.slots(); slot++) {
            for (Reading reading : grid.at(slot)) {
                worst.merge(
                        reading.metric(),
                        reading,
                        (before, now) -> now.metric().isWorse(now.value(), before.value()) ? now : before);
            }
        }
        return worst;
    }

    private static double shareOfLimit(Reading reading) {
        boolean isLeast = reading.metric() == Metric.POWER_FACTOR;
        return isLeast ? reading.limit() / reading.value() : reading.value() / reading.limit();
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
