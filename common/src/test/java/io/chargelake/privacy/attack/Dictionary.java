package io.chargelake.privacy.attack;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;

/**
 * Hashes every id there can be in the usual ways and looks the result up among the pseudonyms: plain, and with what the
 * attacker knows or guesses before or behind it. A pseudonym longer or shorter than a hash is compared at both ends.
 *
 * @param pseudonym the defence: of a vehicle's id
 */
record Dictionary(UnaryOperator<String> pseudonym, int ids) implements Attack {
    private static final List<String> SALTS = List.of(
            "",
            "salt",
            "chargelake",
            "vehicle",
            "vehicle:",
            "vehicle|",
            "partner",
            "partner|",
            "delivery-1",
            "partner|delivery-1|",
            "partner|delivery-1|vehicle|");
    private static final List<String> DIGESTS = List.of("MD5", "SHA-1", "SHA-256");

    static String keyed(String id) {
        return AttackKeys.keys().pseudonyms("partner", "delivery-1").of("vehicle", id);
    }

    /** The mutant: a hash that everybody can compute. */
    static String unkeyed(String id) {
        return "p" + hex("SHA-256", id).substring(0, 32);
    }

    @Override
    public AttackResult run() {
        long succeeded = 0;
        for (int i = 0; i < ids; i++) {
            String id = "VEH%07d".formatted(i);
            String name = pseudonym.apply(id).substring(1);
            succeeded += guesses(id).stream().anyMatch(guess -> agree(name, guess)) ? 1 : 0;
        }
        return new AttackResult("dictionary of all ids", ids, succeeded, 0);
    }

    private static List<String> guesses(String id) {
        List<String> guesses = new ArrayList<>();
        for (String salt : SALTS) {
            for (String text : List.of(salt + id, id + salt)) {
                DIGESTS.forEach(digest -> guesses.add(hex(digest, text)));
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                CRC32 crc = new CRC32();
                crc.update(bytes);
                guesses.add(HexFormat.of().toHexDigits((int) crc.getValue()));
                guesses.add(HexFormat.of().toHexDigits(xxHash(bytes)));
            }
        }
        return guesses;
    }

    private static boolean agree(String name, String guess) {
        return name.startsWith(guess) || name.endsWith(guess) || guess.startsWith(name) || guess.endsWith(name);
    }

    private static String hex(String algorithm, String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has " + algorithm, e);
        }
    }

    /** XXH64 with seed 0, of inputs below 32 bytes; longer ones are cut. */
    static long xxHash(byte[] bytes) {
        long p1 = 0x9E3779B185EBCA87L;
        long p2 = 0xC2B2AE3D27D4EB4FL;
        long p3 = 0x165667B19E3779F9L;
        long p4 = 0x85EBCA77C2B2AE63L;
        long p5 = 0x27D4EB2F165667C5L;
        ByteBuffer in = ByteBuffer.wrap(bytes, 0, Math.min(bytes.length, 31)).order(ByteOrder.LITTLE_ENDIAN);
        long hash = p5 + in.remaining();
        while (in.remaining() >= 8) {
            hash = Long.rotateLeft(hash ^ Long.rotateLeft(in.getLong() * p2, 31) * p1, 27) * p1 + p4;
        }
        if (in.remaining() >= 4) {
            hash = Long.rotateLeft(hash ^ (in.getInt() & 0xFFFFFFFFL) * p1, 23) * p2 + p3;
        }
        while (in.hasRemaining()) {
            hash = Long.rotateLeft(hash ^ (in.get() & 0xFF) * p5, 11) * p1;
        }
        hash = (hash ^ hash >>> 33) * p2;
        hash = (hash ^ hash >>> 29) * p3;
        return hash ^ hash >>> 32;
    }
}
