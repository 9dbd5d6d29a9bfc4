package io.chargelake.privacy.pseudonym;

import com.google.crypto.tink.prf.PrfSet;
import java.util.HexFormat;

/** Names for the ids of one recipient and delivery: the same id has the same name, and nobody without the key can tell which. */
public final class Pseudonyms {
    private static final int BYTES = 16;
    /** In front, so that no program takes a name for a number. */
    private static final String SIGN = "p";

    private final PrfSet prf;
    private final String recipient;
    private final String delivery;

    Pseudonyms(PrfSet prf, String recipient, String delivery) {
        this.prf = prf;
        this.recipient = recipient;
        this.delivery = delivery;
    }

    /** @param type what the id is of: a vehicle and a client of the same id have different names */
    public String of(String type, String id) {
        byte[] name = Tink.compute(prf, Tuple.of(recipient, delivery, type, id), BYTES);
        return SIGN + HexFormat.of().formatHex(name);
    }

    @Override
    public String toString() {
        return "Pseudonyms(not shown)";
    }
}
