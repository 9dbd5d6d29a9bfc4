package io.chargelake.privacy.pseudonym;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.DeterministicAead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.Key;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.daead.AesSivKey;
import com.google.crypto.tink.daead.AesSivParameters;
import com.google.crypto.tink.daead.DeterministicAeadConfig;
import com.google.crypto.tink.prf.HkdfPrfKey;
import com.google.crypto.tink.prf.HkdfPrfParameters;
import com.google.crypto.tink.prf.HmacPrfKey;
import com.google.crypto.tink.prf.HmacPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import com.google.crypto.tink.util.SecretBytes;
import java.security.GeneralSecurityException;

/** Tink's primitives from key bytes of ours, which must give the same in each release: type, size and hash of each key are named here and never change. */
final class Tink {
    static {
        try {
            PrfConfig.register();
            DeterministicAeadConfig.register();
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** HKDF with SHA-256 and no salt: the keys it starts from are random already. */
    @AccessesPartialKey
    static PrfSet hkdf(byte[] key) {
        return made(() -> prf(HkdfPrfKey.builder()
                .setParameters(HkdfPrfParameters.builder()
                        .setKeySizeBytes(key.length)
                        .setHashType(HkdfPrfParameters.HashType.SHA256)
                        .build())
                .setKeyBytes(secret(key))
                .build()));
    }

    /** HMAC with SHA-256. */
    @AccessesPartialKey
    static PrfSet hmac(byte[] key) {
        return made(() -> prf(HmacPrfKey.builder()
                .setParameters(HmacPrfParameters.builder()
                        .setKeySizeBytes(key.length)
                        .setHashType(HmacPrfParameters.HashType.SHA256)
                        .build())
                .setKeyBytes(secret(key))
                .build()));
    }

    /** AES-SIV with a key of 64 bytes. */
    @AccessesPartialKey
    static DeterministicAead siv(byte[] key) {
        return made(() -> handle(AesSivKey.builder()
                        .setParameters(AesSivParameters.builder()
                                .setKeySizeBytes(key.length)
                                .setVariant(AesSivParameters.Variant.NO_PREFIX)
                                .build())
                        .setKeyBytes(secret(key))
                        .build())
                .getPrimitive(RegistryConfiguration.get(), DeterministicAead.class));
    }

    static byte[] compute(PrfSet prf, byte[] input, int bytes) {
        return made(() -> prf.computePrimary(input, bytes));
    }

    private static PrfSet prf(Key key) throws GeneralSecurityException {
        return handle(key).getPrimitive(RegistryConfiguration.get(), PrfSet.class);
    }

    private static KeysetHandle handle(Key key) {
        try {
            return KeysetHandle.newBuilder()
                    .addEntry(KeysetHandle.importKey(key).withFixedId(1).makePrimary())
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "Cannot use a key of " + key.getClass().getSimpleName(), e);
        }
    }

    private static SecretBytes secret(byte[] key) {
        return SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get());
    }

    /** What fails here is no fault of the user: keys have been checked, and inputs are of any bytes. */
    static <T> T made(Work<T> work) {
        try {
            return work.make();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot compute with a key", e);
        }
    }

    /** Something that Tink makes. */
    interface Work<T> {
        T make() throws GeneralSecurityException;
    }

    private Tink() {}
}
