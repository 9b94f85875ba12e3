package io.runstream.embedded;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Postgres's programs, unpacked from the class path once per user of this machine. */
final class PostgresPrograms {
    private static final int OWNER_EXECUTES = 0100;

    private PostgresPrograms() {}

    /**
     * The folder with {@code bin/}, {@code lib/} and {@code share/}, unpacked by the first who asks.
     *
     * @throws BackendException there is no Postgres for this platform on the class path, or no room to unpack it
     */
    static Path unpacked(Platform platform) {
        byte[] archive = read(platform);
        Path home = cache().resolve("postgres-" + checksum(archive));
        if (!Files.isDirectory(home)) {
            try {
                unpack(archive, home);
            } catch (IOException e) {
                throw new BackendException("Postgres can't be unpacked to " + home + ": " + e, e);
            }
        }
        return home;
    }

    private static byte[] read(Platform platform) {
        try (InputStream in = PostgresPrograms.class.getResourceAsStream("/" + platform.archive())) {
            if (in == null) {
                throw new BackendException("This build has no Postgres for %s on %s: build Runstream on this machine."
                        .formatted(platform.system(), platform.processor()));
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new BackendException("Postgres's archive " + platform.archive() + " can't be read: " + e, e);
        }
    }

    private static String checksum(byte[] archive) {
        CRC32 crc = new CRC32();
        crc.update(archive);
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }

    private static Path cache() {
        String folder = System.getenv("XDG_CACHE_HOME");
        Path root = folder == null || folder.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(folder);
        return root.resolve("runstream");
    }

    /** Under another name first: a folder of the right name is whole, whoever else unpacks or dies meanwhile. */
    private static void unpack(byte[] archive, Path home) throws IOException {
        Files.createDirectories(home.getParent());
        Path partial = Files.createTempDirectory(home.getParent(), "unpacking-");
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, partial);
            }
        }
        try {
            Files.move(partial, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.isDirectory(home)) {
                throw e;
            }
            Folders.delete(partial);
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path folder) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("an entry outside of its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.copy(folder.resolve(entry.getLinkName()), target, LinkOption.NOFOLLOW_LINKS);
        } else {
            Files.copy(content, target);
            if ((entry.getMode() & OWNER_EXECUTES) != 0 && isPosix(target)) {
                Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
