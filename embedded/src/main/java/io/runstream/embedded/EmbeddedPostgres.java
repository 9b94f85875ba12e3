package io.runstream.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Postgres server beside this JVM, on a folder, listening on 127.0.0.1, with a password made when the folder was.
 *
 * <p>The folder holds {@code data} (the cluster), {@code password} and {@code server.log}. A commit is on the disk when
 * it is answered. A server that outlived the JVM which started it is stopped by the next start on its folder, and no
 * other server ever is. Safe for use by several threads.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final String USER = "runstream";
    private static final String MAINTENANCE_DATABASE = "postgres";
    private static final int PASSWORD_BYTES = 16;

    private final PostgresCommands commands;
    private final Path dataFolder;
    private final int port;
    private final String password;

    private EmbeddedPostgres(PostgresCommands commands, Path dataFolder, int port, String password) {
        this.commands = commands;
        this.dataFolder = dataFolder;
        this.port = port;
        this.password = password;
    }

    /**
     * Starts a server and returns when it takes connections: half a second, some seconds on an empty folder.
     *
     * @param folder made if absent; belongs to the server alone. The caller sees to it that no other JVM uses it now
     * @throws BackendException the port is in use, the folder can't be written, or another version of Postgres made it
     */
    public static EmbeddedPostgres start(Path folder, PostgresSettings settings) {
        Path home = folder.toAbsolutePath().normalize();
        Path dataFolder = home.resolve("data");
        PostgresCommands commands = PostgresCommands.forThisMachine();
        try {
            Files.createDirectories(home);
            if (!Files.isDirectory(dataFolder)) {
                initialize(commands, home, dataFolder);
            }
            checkVersion(commands, dataFolder);
            stopServerOf(commands, dataFolder);
            int port = LoopbackPort.choose(settings.port(), "Postgres");
            launch(commands, home, dataFolder, settings, port);
            String password = Files.readString(home.resolve("password"));
            return new EmbeddedPostgres(commands, dataFolder, port, password);
        } catch (IOException e) {
            throw new BackendException("Postgres's folder " + home + " can't be used: " + e, e);
        }
    }

    /**
     * Stops the server that an earlier JVM left running on the folder, if there is one.
     *
     * @return whether there was one
     */
    public static boolean stopLeftover(Path folder) {
        Path dataFolder = folder.toAbsolutePath().normalize().resolve("data");
        if (Postmaster.of(dataFolder).isEmpty()) {
            return false;
        }
        stopServerOf(PostgresCommands.forThisMachine(), dataFolder);
        return true;
    }

    /**
     * Starts a standby: a copy of this server's files, which follows it. A commit is answered before the standby has it, so
     * the last ones may be lost when it takes over. This server must have been started for standbys.
     *
     * @param folder must not exist
     * @param way the port of 127.0.0.1 at which the standby reaches this server
     * @throws BackendException the folder can't be written, or the standby does not start
     */
    public EmbeddedPostgres startStandby(Path folder, PostgresSettings settings, int way) {
        Path home = folder.toAbsolutePath().normalize();
        try (Connection connection = connect()) {
            Files.createDirectories(home);
            Files.copy(dataFolder.resolveSibling("password"), home.resolve("password"));
            BaseBackup.copy(connection, dataFolder, home.resolve("data"));
            Files.writeString(
                    home.resolve("data/postgresql.auto.conf"),
                    "primary_conninfo = 'host=%s port=%d user=%s password=%s'%n"
                            .formatted(LoopbackPort.HOST, way, USER, password));
            Files.createFile(home.resolve("data/standby.signal"));
        } catch (IOException | SQLException e) {
            throw new BackendException("A standby can't be made in " + home + ": " + e.getMessage(), e);
        }
        return start(home, settings);
    }

    /** Ends a standby's following: from now on it takes writes. Returns when it does. */
    public void promote() {
        commands.run("pg_ctl", List.of("promote", "-w", "-D", dataFolder.toString()));
    }

    /** As if the machine had died: none of the server's processes has a say in it. Returns when they are gone. */
    public void kill() {
        Postmaster.of(dataFolder).ifPresent(postmaster -> {
            List<ProcessHandle> processes =
                    Stream.concat(Stream.of(postmaster), postmaster.children()).toList();
            processes.forEach(ProcessHandle::destroyForcibly);
            processes.forEach(process -> process.onExit().join());
        });
    }

    /** The port it listens on. */
    public int port() {
        return port;
    }

    /** Makes an empty database if there is none of that name. */
    public void createDatabase(String name) {
        String exists = "SELECT FROM pg_database WHERE datname = '" + name + "'";
        maintain(name, statement -> {
            if (!statement.executeQuery(exists).next()) {
                statement.execute("CREATE DATABASE \"" + name + "\"");
            }
        });
    }

    /** Removes the database with all in it, if there is one of that name; disconnects whoever uses it. */
    public void dropDatabase(String name) {
        maintain(name, statement -> statement.execute("DROP DATABASE IF EXISTS \"" + name + "\" WITH (FORCE)"));
    }

    /** For JDBC, without user and password. */
    public String jdbcUrl(String database) {
        return "jdbc:" + reactiveUrl(database);
    }

    /** For the Vert.x client, without user and password. */
    public String reactiveUrl(String database) {
        return "postgresql://" + LoopbackPort.HOST + ":" + port + "/" + database;
    }

    /** The superuser of this server. */
    public String username() {
        return USER;
    }

    /** Of {@link #username()}. */
    public String password() {
        return password;
    }

    /** Disconnects every client and stops the server; a second call does nothing. */
    @Override
    public void close() {
        stopServerOf(commands, dataFolder);
    }

    private void maintain(String name, Maintenance maintenance) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            maintenance.run(statement);
        } catch (SQLException e) {
            throw new BackendException("Postgres refused a change of the database " + name + ": " + e.getMessage(), e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(MAINTENANCE_DATABASE), username(), password());
    }

    /** Under another name first: a folder named {@code data} is whole. */
    private static void initialize(PostgresCommands commands, Path home, Path dataFolder) throws IOException {
        Path partial = home.resolve("data.new");
        Folders.delete(partial);
        Path passwordFile = home.resolve("password");
        Files.writeString(passwordFile, newPassword());
        Folders.ownerOnly(passwordFile);
        commands.run(
                "initdb",
                List.of(
                        "--pgdata=" + partial,
                        "--username=" + USER,
                        "--pwfile=" + passwordFile,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--no-locale",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8"));
        Files.move(partial, dataFolder, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void checkVersion(PostgresCommands commands, Path dataFolder) throws IOException {
        String folderVersion =
                Files.readString(dataFolder.resolve("PG_VERSION")).strip();
        String serverVersion = commands.run("postgres", List.of("--version")).replaceAll("^\\D*(\\d+).*$", "$1");
        if (!folderVersion.equals(serverVersion)) {
            throw new BackendException(("The data in %s were written by Postgres %s and this build brings Postgres %s:"
                            + " start the Runstream that wrote them.")
                    .formatted(dataFolder, folderVersion, serverVersion));
        }
    }

    private static void launch(
            PostgresCommands commands, Path home, Path dataFolder, PostgresSettings settings, int port) {
        String options = settings.toServer(port).entrySet().stream()
                .map(setting -> "-c " + setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(" "));
        Path log = home.resolve("server.log");
        try {
            commands.run(
                    "pg_ctl", List.of("start", "-w", "-D", dataFolder.toString(), "-l", log.toString(), "-o", options));
        } catch (BackendException e) {
            throw new BackendException("Postgres did not start on " + home + ", its log says why: " + log, e);
        }
    }

    private static void stopServerOf(PostgresCommands commands, Path dataFolder) {
        if (Postmaster.of(dataFolder).isPresent()) {
            commands.run("pg_ctl", List.of("stop", "-w", "-m", "fast", "-D", dataFolder.toString()));
        }
    }

    private static String newPassword() {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private interface Maintenance {
        void run(Statement statement) throws SQLException;
    }
}
