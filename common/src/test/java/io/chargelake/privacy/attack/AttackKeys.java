package io.chargelake.privacy.attack;

import io.chargelake.privacy.pseudonym.Keys;
import io.chargelake.privacy.pseudonym.MasterKey;
import java.util.Base64;

/** The keys that attackers do not have, the same in every run. */
final class AttackKeys {
    private static final Keys KEYS = made();

    private AttackKeys() {}

    static Keys keys() {
        return KEYS;
    }

    private static Keys made() {
        byte[] master = new byte[MasterKey.BYTES];
        for (int i = 0; i < master.length; i++) {
            master[i] = (byte) (3 + 7 * i);
        }
        return new Keys(MasterKey.parse(Base64.getEncoder().encodeToString(master)));
    }
}
