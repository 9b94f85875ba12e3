package io.runstream.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * {@code admin-password} in the data folder: what the first administrator's password is at the first start, for the owner's
 * eyes only. Nobody reads it later: a password that was changed is not in it.
 */
final class AdminPassword {
    private static final int RANDOM_BYTES = 18;
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path file;

    AdminPassword(Path dataFolder) {
        this.file = dataFolder.resolve("admin-password");
    }

    Path file() {
        return file;
    }

    /** The password in the file; a random one, which is put there, if there is no file. */
    String readOrMake(SecureRandom random) {
        try {
            if (!Files.exists(file)) {
                write(random);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whole or not at all, and at no time readable by others. */
    private void write(SecureRandom random) throws IOException {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Path partial = file.resolveSibling("admin-password.new");
        Files.deleteIfExists(partial);
        Files.createFile(partial, OWNER_ONLY);
        Files.writeString(partial, password + "\n");
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
