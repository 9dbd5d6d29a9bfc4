package io.chargelake.jobs.dashboard.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The token that opens the dashboard, and the cookie that stands for it while this server runs. */
final class Token {
    static final String COOKIE = "chargelake";
    private static final String BEARER = "Bearer ";
    private static final int SESSION_BYTES = 32;

    private final byte[] token;
    private final String session;

    Token(String token) {
        this.token = bytes(token);
        byte[] random = new byte[SESSION_BYTES];
        new SecureRandom().nextBytes(random);
        this.session = HexFormat.of().formatHex(random);
    }

    boolean isToken(String given) {
        return given != null && MessageDigest.isEqual(token, bytes(given));
    }

    boolean opens(String authorization, String cookie) {
        boolean isBearer = authorization != null && authorization.startsWith(BEARER);
        return isBearer && isToken(authorization.substring(BEARER.length()))
                || cookie != null && MessageDigest.isEqual(bytes(session), bytes(cookie));
    }

    String cookie() {
        return COOKIE + "=" + session + "; HttpOnly; SameSite=Strict; Path=/";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
