package io.chargelake.jobs.fleet;

import io.chargelake.energy.Horizon;
import io.chargelake.energy.SlotPrices;
import io.chargelake.energy.study.GridInputs;
import io.chargelake.energy.study.Spending;
import java.io.Serializable;
import java.util.List;

/**
 * What is the same for all sites of a run.
 *
 * @param strategies by their codes
 * @param every so many slots it is planned anew; 0 for once, with all known
 */
record Setup(
        Horizon horizon,
        SlotPrices prices,
        String currency,
        List<String> strategies,
        double wear,
        int every,
        Spending spending,
        GridInputs grid,
        GridDetail detail,
        SiteInputs.Sites sites)
        implements Serializable {}
