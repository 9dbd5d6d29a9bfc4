package io.chargelake.privacy.pseudonym;

import com.google.crypto.tink.DeterministicAead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

/** Encrypted ids, for a way back that somebody named allowed. Longer ids have longer names. */
public final class ReversiblePseudonyms {
    /** In front, as the rest may begin with a sign that a spreadsheet computes. */
    private static final String SIGN = "r";

    private final DeterministicAead siv;
    private final String recipient;
    private final String delivery;

    ReversiblePseudonyms(DeterministicAead siv, String recipient, String delivery) {
        this.siv = siv;
        this.recipient = recipient;
        this.delivery = delivery;
    }

    public String of(String type, String id) {
        byte[] name = Tink.made(() -> siv.encryptDeterministically(Tuple.utf8(id), context(type)));
        return SIGN + Base64.getUrlEncoder().withoutPadding().encodeToString(name);
    }

    /** @throws IllegalArgumentException for a name that was made with another key, or for something else */
    public String back(String type, String name) {
        try {
            byte[] encrypted = Base64.getUrlDecoder().decode(name.startsWith(SIGN) ? name.substring(1) : "");
            return new String(siv.decryptDeterministically(encrypted, context(type)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "Cannot turn a pseudonym back: it was not made for this recipient, delivery, authorisation and type",
                    e);
        }
    }

    private byte[] context(String type) {
        return Tuple.of(recipient, delivery, type);
    }

    @Override
    public String toString() {
        return "ReversiblePseudonyms(not shown)";
    }
}
