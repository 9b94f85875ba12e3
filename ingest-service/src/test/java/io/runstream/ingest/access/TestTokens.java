package io.runstream.ingest.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Map;

/** Makes tokens with the key of a {@link TestIssuer}, and others. */
final class TestTokens {
    private final PrivateKey key;
    private final String keyId;

    /** @param privateKey see {@link TestIssuer#privateKey()} */
    TestTokens(String privateKey, String keyId) {
        this.keyId = keyId;
        try {
            key = KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(privateKey)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String sign(Map<String, Object> claims) {
        return sign(claims, keyId, key);
    }

    /** As somebody would who has not the key, but knows what it is called. */
    static String forge(Map<String, Object> claims) {
        return sign(claims, TestIssuer.KEY_ID, TestIssuer.newKeys().getPrivate());
    }

    /** Nobody vouches for it. */
    static String unsigned(Map<String, Object> claims) {
        return part(Map.of("alg", "none", "typ", "JWT")) + "." + part(claims) + ".";
    }

    private static String sign(Map<String, Object> claims, String keyId, PrivateKey key) {
        String content = part(Map.of("alg", "RS256", "typ", "JWT", "kid", keyId)) + "." + part(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + TestIssuer.base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String part(Map<String, ?> json) {
        return TestIssuer.base64(TestIssuer.json(json));
    }
}
