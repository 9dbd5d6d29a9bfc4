package io.chargelake.energy.strategy;

import io.chargelake.energy.Plan;
import io.chargelake.energy.SiteCase;
import java.util.List;

/** A way to charge the vehicles of a site. Plans say what they minimise, and how near to the least they are. */
public interface Strategy {

    /** As users write it. */
    String code();

    /** One sentence for people. */
    String goal();

    /** A plan that takes no account of how direct current tapers; see {@link Tapered}. */
    Plan plan(SiteCase site);

    /** What flows of such a plan, while it may still change. */
    default Plan flows(SiteCase site) {
        return plan(site);
    }

    /** What is decided once flows stand. */
    default Plan finish(Plan flows) {
        return flows;
    }

    /** Whether vehicles charge as soon as they can, so that none may be held back. */
    default boolean isHasty() {
        return false;
    }

    /** Without the uncontrolled one, against which they are measured. */
    static List<Strategy> all() {
        return List.of(
                new LoadBalancing(),
                new PeakShaving(),
                new ValleyFilling(),
                new PriceOptimisation(),
                new GridSupport(),
                new RenewableIntegration());
    }
}
