package io.runstream.kit.access.login;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Digests of passwords, slow by intention. A digest says how it was made, so that a later version may make others:
 * {@code pbkdf2-sha512$ITERATIONS$SALT$DIGEST}, the last two in Base64.
 *
 * <p>PBKDF2 takes passwords of any length whole; bcrypt would ignore what comes after 72 bytes.
 */
public final class PasswordHasher {
    /** What OWASP recommends for PBKDF2-HMAC-SHA512: a fifth of a second. */
    public static final int ITERATIONS = 210_000;

    private static final String SCHEME = "pbkdf2-sha512";
    private static final String ALGORITHM = "PBKDF2WithHmacSHA512";
    private static final int SALT_BYTES = 16;
    private static final int DIGEST_BITS = 256;

    private final SecureRandom random;
    private final int iterations;

    public PasswordHasher(SecureRandom random, int iterations) {
        this.random = random;
        this.iterations = iterations;
    }

    /** Takes its time: not for the event loop. */
    public String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        Base64.Encoder base64 = Base64.getEncoder();
        return SCHEME + "$" + iterations + "$" + base64.encodeToString(salt) + "$"
                + base64.encodeToString(digest(password, salt, iterations));
    }

    /**
     * Takes its time, the same for every password: not for the event loop.
     *
     * @throws IllegalArgumentException if the digest is of a kind that is not known here
     */
    public static boolean matches(String password, String hash) {
        String[] parts = hash.split("\\$", -1);
        if (parts.length != 4 || !parts[0].equals(SCHEME)) {
            throw new IllegalArgumentException("A digest of a password is of a kind that this version does not know");
        }
        Base64.Decoder base64 = Base64.getDecoder();
        byte[] digest = digest(password, base64.decode(parts[2]), Integer.parseInt(parts[1]));
        return MessageDigest.isEqual(digest, base64.decode(parts[3]));
    }

    private static byte[] digest(String password, byte[] salt, int iterations) {
        PBEKeySpec key = new PBEKeySpec(password.toCharArray(), salt, iterations, DIGEST_BITS);
        try {
            return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(key).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        } finally {
            key.clearPassword();
        }
    }
}
