package io.chargelake.jobs.lake;

import io.chargelake.privacy.cell.CellSettings;

/**
 * What extracts let out of this lake.
 *
 * @param cells how few contributors are too few; never told to recipients
 * @param noiseBudgetRho what all noisy deliveries together may spend of differential privacy's rho
 */
public record PrivacySettings(CellSettings cells, double noiseBudgetRho) {
    public PrivacySettings {
        if (!(noiseBudgetRho >= 0.000001 && noiseBudgetRho <= 10)) {
            throw new IllegalArgumentException(
                    "privacy.noise_budget_rho is out of range ('" + noiseBudgetRho + "', allowed: 0.000001 to 10)");
        }
    }
}
