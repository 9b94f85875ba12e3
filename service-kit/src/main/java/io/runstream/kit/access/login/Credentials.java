package io.runstream.kit.access.login;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** What a request's header {@code Authorization} holds. */
public sealed interface Credentials {
    record None() implements Credentials {}

    /** Of a scheme that is not known, or not what its scheme asks for. */
    record Malformed() implements Credentials {}

    record Basic(String username, String password) implements Credentials {
        /** Without the password, wherever it may end up. */
        @Override
        public String toString() {
            return "Basic";
        }
    }

    /** The token itself is looked at by whoever verifies it. */
    record Bearer() implements Credentials {}

    String BASIC = "Basic ";
    String BEARER = "Bearer ";

    /** @param header null if there is none */
    static Credentials of(@Nullable String header) {
        if (header == null) {
            return new None();
        }
        if (header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return basic(header.substring(BASIC.length()).strip());
        }
        if (header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return new Bearer();
        }
        return new Malformed();
    }

    private static Credentials basic(String encoded) {
        try {
            ByteBuffer decoded = ByteBuffer.wrap(Base64.getDecoder().decode(encoded));
            // Not new String(): it would make one text of many, and let in who is somebody else.
            String text = StandardCharsets.UTF_8.newDecoder().decode(decoded).toString();
            int colon = text.indexOf(':');
            return colon < 0 ? new Malformed() : new Basic(text.substring(0, colon), text.substring(colon + 1));
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return new Malformed();
        }
    }
}
