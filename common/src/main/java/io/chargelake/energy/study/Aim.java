package io.chargelake.energy.study;

import io.chargelake.energy.SiteCase;
import io.chargelake.energy.strategy.GridSupport;
import io.chargelake.energy.strategy.PriceOptimisation;
import io.chargelake.energy.strategy.RenewableIntegration;
import io.chargelake.energy.strategy.Uncontrolled;

/** By what a strategy tells good slots from bad ones, as far as people want to know. */
enum Aim {
    NONE(Reason.AT_ONCE, Reason.GIVES_ELSEWHERE, Reason.WAITS_FOR_ROOM),
    PRICE(Reason.CHEAP_SLOT, Reason.DEAR_SLOT, Reason.WAITS_FOR_PRICE),
    LOAD(Reason.LOW_LOAD, Reason.HIGH_LOAD, Reason.WAITS_FOR_LOAD),
    SUN(Reason.CHEAP_SLOT, Reason.DEAR_SLOT, Reason.WAITS_FOR_SUN);

    private final Reason good;
    private final Reason givesBack;
    private final Reason waits;

    Aim(Reason good, Reason givesBack, Reason waits) {
        this.good = good;
        this.givesBack = givesBack;
        this.waits = waits;
    }

    static Aim of(String strategy) {
        if (strategy.equals(new Uncontrolled().code())) {
            return NONE;
        }
        if (strategy.equals(new RenewableIntegration().code())) {
            return SUN;
        }
        boolean byPrice = strategy.equals(new PriceOptimisation().code()) || strategy.equals(new GridSupport().code());
        return byPrice ? PRICE : LOAD;
    }

    /** The lower, the better to charge in. */
    double measure(SiteCase site, int slot) {
        return switch (this) {
            case NONE -> 0;
            case LOAD -> site.site().netKw(slot);
            case PRICE, SUN -> site.prices().buy(slot);
        };
    }

    boolean isSunny(SiteCase site, int slot) {
        return this == SUN && site.site().netKw(slot) < 0;
    }

    Reason good() {
        return good;
    }

    Reason givesBack() {
        return givesBack;
    }

    Reason waits() {
        return waits;
    }
}
