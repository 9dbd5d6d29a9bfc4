package io.chargelake.jobs.dashboard.fleet;

import static io.chargelake.jobs.dashboard.pages.Field.flag;
import static io.chargelake.jobs.dashboard.pages.Field.list;
import static io.chargelake.jobs.dashboard.pages.Field.number;
import static io.chargelake.jobs.dashboard.pages.Field.text;

import io.chargelake.energy.SiteCase;
import io.chargelake.energy.Vehicle;
import io.chargelake.energy.study.Course;
import io.chargelake.energy.study.Study;
import io.chargelake.jobs.dashboard.pages.Sheet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What each vehicle does all day, in a row: a letter, a power, a state of charge and a reason for each slot. */
final class VehicleDays {
    private static final double PERCENT = 100;
    private static final double TENTHS = 10;
    private static final char AWAY = 'a';

    private final Vehicle vehicle;
    private final char[] states;
    private final List<Object> powerKw;
    private final List<Object> soc;
    private final List<Object> reasons;

    private VehicleDays(Vehicle vehicle, int slots) {
        this.vehicle = vehicle;
        this.states = new char[slots];
        Arrays.fill(states, AWAY);
        this.powerKw = nothing(slots);
        this.soc = nothing(slots);
        this.reasons = nothing(slots);
    }

    private static List<Object> nothing(int slots) {
        return new ArrayList<>(Collections.nCopies(slots, null));
    }

    /** @param models by vehicle */
    static Sheet of(Study study, Map<String, String> models) {
        SiteCase site = study.plan().site();
        Map<String, VehicleDays> byVehicle = new LinkedHashMap<>();
        Course course = new Course(study.strategy(), study.plan());
        for (int stay = 0; stay < site.count(); stay++) {
            Vehicle vehicle = site.stay(stay).vehicle();
            VehicleDays of = byVehicle.computeIfAbsent(vehicle.id(), id -> new VehicleDays(vehicle, site.slots()));
            course.begin(stay);
            while (course.next()) {
                of.note(course);
            }
        }
        List<Object[]> rows = byVehicle.values().stream()
                .map(of -> of.row(models.get(of.vehicle.id())))
                .toList();
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

    private void note(Course course) {
        int slot = course.slot();
        states[slot] = course.state().code().charAt(0);
        powerKw.set(slot, rounded(course.powerKw()));
        soc.set(slot, rounded(PERCENT * course.soc()));
        reasons.set(slot, course.reason().ordinal());
    }

    private static double rounded(double value) {
        return Math.round(value * TENTHS) / TENTHS;
    }

    private Object[] row(String model) {
        return new Object[] {
            vehicle.id(), model, vehicle.batteryKwh(), vehicle.v2g(), new String(states), powerKw, soc, reasons
        };
    }
}
