package io.chargelake.jobs.extract;

import io.chargelake.privacy.delivery.Sheet;
import io.chargelake.privacy.ledger.DeliveredCell;
import java.util.List;

/**
 * What would leave, and what the ledger must know of it.
 *
 * @param cells that were judged, told or not
 * @param rhoMicros what it takes of the budget for noise
 */
record Made(Sheet sheet, List<DeliveredCell> cells, long rhoMicros) {
    Made {
        cells = List.copyOf(cells);
    }
}
