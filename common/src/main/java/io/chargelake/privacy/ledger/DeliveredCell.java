package io.chargelake.privacy.ledger;

import io.chargelake.privacy.table.Cell;
import io.chargelake.privacy.table.Fate;
import java.util.OptionalLong;

/**
 * A cell as it was delivered.
 *
 * @param published what the recipient saw, rounded; empty if it was suppressed
 */
public record DeliveredCell(MeasuredCell cell, OptionalLong published) {
    public DeliveredCell {
        if (published.isPresent() && cell.protection() > 0) {
            throw new IllegalArgumentException("Cannot record cell "
                    + cell.coordinates().key() + " of " + cell.measure() + ": it is unsafe and published");
        }
    }

    Cell asEarlier(String delivery, long floor) {
        Fate fate = published.isPresent() ? Fate.PUBLISHED : cell.protection() > 0 ? Fate.UNSAFE : Fate.HIDDEN;
        return cell.asCell(delivery, floor, fate);
    }
}
