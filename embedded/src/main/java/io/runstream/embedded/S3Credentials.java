package io.runstream.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** Who may use an embedded store: random words, kept in a file that only its owner can read. */
record S3Credentials(String accessKey, String secretKey) {
    private static final String ACCESS_KEY = "access-key";
    private static final String SECRET_KEY = "secret-key";
    private static final int ACCESS_KEY_BYTES = 10;
    private static final int SECRET_KEY_BYTES = 24;

    /** Those in the file, which is made if absent. */
    static S3Credentials of(Path file) throws IOException {
        if (!Files.exists(file)) {
            write(file, new S3Credentials(random(ACCESS_KEY_BYTES), random(SECRET_KEY_BYTES)));
        }
        Properties properties = new Properties();
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return new S3Credentials(required(properties, ACCESS_KEY, file), required(properties, SECRET_KEY, file));
    }

    /** Says nothing of the secret. */
    @Override
    public String toString() {
        return "S3Credentials[" + accessKey + "]";
    }

    private static void write(Path file, S3Credentials credentials) throws IOException {
        Path partial = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(partial);
        Files.createFile(partial);
        Folders.ownerOnly(partial);
        Files.writeString(
                partial,
                ACCESS_KEY + "=" + credentials.accessKey + "\n" + SECRET_KEY + "=" + credentials.secretKey + "\n");
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String required(Properties properties, String key, Path file) {
        String value = properties.getProperty(key);
        if (value == null || value.isBlank()) {
            throw new BackendException("The file " + file + " has no " + key + ".");
        }
        return value;
    }

    private static String random(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
