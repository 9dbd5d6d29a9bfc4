package io.chargelake.jobs.extract;

import io.chargelake.jobs.lake.UserError;
import io.chargelake.privacy.noise.Budget;
import io.chargelake.privacy.request.DifferentialPrivacy;
import java.math.BigDecimal;
import java.util.List;

/**
 * What a noisy delivery takes of the lake's budget. Populations share one: whoever named another one could otherwise ask for the same records again.
 *
 * @param after the budget with this delivery
 */
record Spending(DifferentialPrivacy asked, Budget after) {
    private static final double MICROS = 1e6;

    static Spending of(DifferentialPrivacy asked, double totalRho, List<Ledger.Entry> earlier) {
        String what = "Cannot extract: epsilon " + plain(asked.epsilon()) + " at delta " + plain(asked.delta());
        long rho = asked.rhoMicros();
        if (rho < 1) {
            throw UserError.privacy(what + " is less than a millionth of rho (rule epsilon_too_small; ask for more)");
        }
        long total = Math.round(totalRho * MICROS);
        long spent = earlier.stream()
                .mapToLong(entry -> entry.delivery().rhoMicros())
                .sum();
        if (rho > total - spent) {
            throw UserError.privacy(
                    what + " takes " + plain(rho / MICROS) + " of rho, and of the lake's "
                            + plain(totalRho) + " there is " + plain(Math.max(0, total - spent) / MICROS)
                            + " left (rule budget_spent; ask for a smaller epsilon; who answers for the lake may raise privacy.noise_budget_rho)");
        }
        return new Spending(asked, new Budget(total, spent).spend(rho));
    }

    static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
