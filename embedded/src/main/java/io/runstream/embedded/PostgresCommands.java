package io.runstream.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs Postgres's own programs to their end. */
final class PostgresCommands {
    private static final String ROOT = "root";

    private final Path programs;
    private final List<String> prefix;

    private PostgresCommands(Path programs, List<String> prefix) {
        this.programs = programs;
        this.prefix = prefix;
    }

    /** @throws BackendException Postgres isn't to be had on this platform, or refuses this user */
    static PostgresCommands forThisMachine() {
        Platform platform = Platform.current();
        return new PostgresCommands(PostgresPrograms.unpacked(platform).resolve("bin"), prefix(platform));
    }

    /** What the program printed. */
    String run(String program, List<String> arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(programs.resolve(program).toString());
        command.addAll(arguments);
        Output output = execute(command);
        if (output.exitCode() != 0) {
            throw new BackendException("Postgres's " + program + " failed: " + output.text());
        }
        return output.text();
    }

    /** Postgres refuses root; a user namespace of its own makes root somebody else, and needs no other account. */
    private static List<String> prefix(Platform platform) {
        if (platform.isWindows() || !ROOT.equals(System.getProperty("user.name"))) {
            return List.of();
        }
        if (execute(List.of("unshare", "-U", "true")).exitCode() != 0) {
            throw new BackendException(
                    "Postgres does not run as root, and this machine has no user namespaces: run Runstream as another user.");
        }
        return List.of("unshare", "-U");
    }

    /** By way of a file: a server that goes on running would hold a pipe open for ever. */
    private static Output execute(List<String> command) {
        try {
            Path file = Files.createTempFile("runstream-postgres-", ".out");
            try {
                Process process = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(file.toFile())
                        .start();
                process.getOutputStream().close();
                int exitCode = process.waitFor();
                return new Output(exitCode, Files.readString(file).strip());
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            return new Output(-1, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BackendException("Interrupted while " + command.getFirst() + " ran.", e);
        }
    }

    private record Output(int exitCode, String text) {}
}
