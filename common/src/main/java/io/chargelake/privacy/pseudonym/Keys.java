package io.chargelake.privacy.pseudonym;

import com.google.crypto.tink.prf.PrfSet;
import io.chargelake.privacy.request.Authorisation;
import java.util.HexFormat;

/**
 * All keys of extracts, derived from one master by HKDF. Each recipient and each delivery has pseudonym keys of its own; those for rounding and counting are
 * the same for all, as a cell must be rounded alike for everybody.
 */
public final class Keys {
    private static final String PURPOSE = "chargelake extract 1";
    private static final int ID_BYTES = 8;
    private static final int HMAC_KEY = 32;
    private static final int SIV_KEY = 64;

    private final PrfSet hkdf;

    public Keys(MasterKey master) {
        hkdf = Tink.hkdf(master.bytes());
    }

    /** Tells one master from another, and nothing of it: what a manifest records. */
    public String id() {
        return HexFormat.of().formatHex(derived(ID_BYTES, "id"));
    }

    /** 32 bytes that random rounding is seeded by. */
    public SubKey rounding() {
        return new SubKey(derived(HMAC_KEY, "rounding"));
    }

    /** 32 bytes that choose which cells a contributor gives to, where it may give to some only. */
    public SubKey clipping() {
        return new SubKey(derived(HMAC_KEY, "clipping"));
    }

    /** Hashes by which contributors are counted and deliveries are held against each other. */
    public ContributorHash sketch() {
        return new ContributorHash(SipHash.keyed(derived(SipHash.KEY_BYTES, "sketch")));
    }

    /** @param delivery its id: another one gives other pseudonyms */
    public Pseudonyms pseudonyms(String recipient, String delivery) {
        return new Pseudonyms(Tink.hmac(derived(HMAC_KEY, "pseudonym", recipient, delivery)), recipient, delivery);
    }

    /** Pseudonyms that can be turned back, by who knows the master and names the same authorisation. */
    public ReversiblePseudonyms reversible(String recipient, String delivery, Authorisation authorisation) {
        byte[] key = derived(SIV_KEY, "way back", recipient, delivery, authorisation.by(), authorisation.reason());
        return new ReversiblePseudonyms(Tink.siv(key), recipient, delivery);
    }

    private byte[] derived(int bytes, String... purpose) {
        String[] info = new String[purpose.length + 1];
        info[0] = PURPOSE;
        System.arraycopy(purpose, 0, info, 1, purpose.length);
        return Tink.compute(hkdf, Tuple.of(info), bytes);
    }

    @Override
    public String toString() {
        return "Keys(not shown)";
    }
}
