package io.runstream.embedded;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/**
 * A copy of a running server's files from which another can start: what {@code pg_basebackup} does, which is not among the
 * programs that are brought.
 */
final class BaseBackup {
    /** The write-ahead log is fetched by whoever starts on the copy; the rest is of the running process. */
    private static final Set<String> LEFT_OUT = Set.of("postmaster.pid", "postmaster.opts", "standby.signal");

    private BaseBackup() {}

    /** @param connection of a superuser; kept until all is copied, since a backup ends with the session that began it */
    static void copy(Connection connection, Path from, Path to) throws IOException, SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_backup_start('standby', fast => true)");
            Files.walkFileTree(from, new Copy(from, to));
            ResultSet stopped =
                    statement.executeQuery("SELECT labelfile FROM pg_backup_stop(wait_for_archive => false)");
            stopped.next();
            Files.writeString(to.resolve("backup_label"), stopped.getString(1));
        }
    }

    private static final class Copy extends SimpleFileVisitor<Path> {
        private final Path from;
        private final Path to;

        Copy(Path from, Path to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            Files.createDirectory(
                    copyOf(folder), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            boolean isLog = file.startsWith(from.resolve("pg_wal"));
            if (!isLog && !LEFT_OUT.contains(file.getFileName().toString())) {
                try {
                    Files.copy(file, copyOf(file));
                } catch (NoSuchFileException e) {
                    return FileVisitResult.CONTINUE; // The server has removed it meanwhile, and its log says so.
                }
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            return e instanceof NoSuchFileException ? FileVisitResult.CONTINUE : super.visitFileFailed(file, e);
        }

        private Path copyOf(Path path) {
            return to.resolve(from.relativize(path));
        }
    }
}
