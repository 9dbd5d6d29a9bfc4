package io.chargelake.energy.study;

import io.chargelake.energy.Plan;
import io.chargelake.energy.SiteCase;

/** What each vehicle does slot by slot, its state of charge behind it, and why. Goes from stay to stay; reused, so that a large site makes no garbage. */
public final class Course {
    private static final double NOTHING = 1e-6;

    private final Plan plan;
    private final SiteCase site;
    private final Aim aim;
    private int stay;
    private int lastCharge;
    private double mean;
    private double stored;
    private boolean isShort;
    private int place;

    public Course(String strategy, Plan plan) {
        this.plan = plan;
        this.site = plan.site();
        this.aim = Aim.of(strategy);
    }

    /** Before the first place of a stay. */
    public void begin(int ofStay) {
        stay = ofStay;
        place = site.begin(stay) - 1;
        stored = site.arrivalKwh(stay);
        lastCharge = -1;
        double sum = 0;
        double hours = 0;
        for (int p = site.begin(stay); p < site.begin(stay + 1); p++) {
            sum += aim.measure(site, site.slot(stay, p)) * site.presentHours(p);
            hours += site.presentHours(p);
            lastCharge = plan.kwh()[p] > NOTHING ? p : lastCharge;
        }
        isShort = plan.unmetKwh(stay) > NOTHING;
        mean = hours > 0 ? sum / hours : 0;
    }

    /** Goes to the next slot of the stay, if there is one. */
    public boolean next() {
        if (++place >= site.begin(stay + 1)) {
            return false;
        }
        stored += Plan.intoBattery(plan.kwh()[place], site.efficiency(stay));
        return true;
    }

    public int slot() {
        return site.slot(stay, place);
    }

    /** Mean over the whole slot, also where the vehicle came or went within it. */
    public double powerKw() {
        return plan.kwh()[place] / site.horizon().slotHours();
    }

    /** At the end of the slot, as a share of the battery. */
    public double soc() {
        return stored / site.batteryKwh(stay);
    }

    public VehicleState state() {
        return VehicleState.of(plan.kwh()[place]);
    }

    public Reason reason() {
        double measure = aim.measure(site, slot());
        return switch (state()) {
            case CHARGE -> {
                if (aim.isSunny(site, slot())) {
                    yield Reason.OWN_SUN;
                }
                yield measure <= mean ? aim.good() : Reason.NEEDED;
            }
            case DISCHARGE -> measure >= mean ? aim.givesBack() : Reason.GIVES_ELSEWHERE;
            case IDLE -> whyIdle();
        };
    }

    private Reason whyIdle() {
        if (site.stay(stay).powerKw() == 0) {
            return Reason.NO_POWER;
        }
        if (place < lastCharge) {
            return aim.waits();
        }
        return isShort ? Reason.NO_ROOM : Reason.READY;
    }
}
