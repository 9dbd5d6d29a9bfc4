package io.chargelake.privacy.ledger;

import java.util.List;

/**
 * What one delivery told.
 *
 * @param population whom it is about; deliveries of different populations are not compared
 * @param id spends once, however often it is repeated
 * @param rhoMicros the privacy budget it spent, in millionths of rho; 0 without differential privacy
 * @param cells all of them, suppressed ones too
 */
public record PastDelivery(
        String population, String recipient, String id, String requestHash, long rhoMicros, List<DeliveredCell> cells) {
    public PastDelivery {
        cells = List.copyOf(cells);
        if (population.isEmpty() || id.isEmpty() || id.contains("|") || rhoMicros < 0) {
            throw new IllegalArgumentException("Cannot record delivery '" + id + "' of population '" + population
                    + "' with rho " + rhoMicros + " (both are needed, no '|' in an id, rho is at least 0)");
        }
    }
}
