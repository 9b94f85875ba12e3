package io.runstream.standalone;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the options, word by word. */
final class CommandLine {
    private static final int DEFAULT_PORT = 5000;
    private static final int MAX_PORT = 65_535;
    private static final String CERTIFICATE = "--tls-certificate";
    private static final String KEY = "--tls-key";

    private final Deque<String> rest;
    private Path data = Path.of(System.getProperty("user.home"), ".runstream");
    private String host = "127.0.0.1";
    private int port = DEFAULT_PORT;
    private boolean letEverybodyIn;
    private boolean auth;
    private @Nullable Path certificate;
    private @Nullable Path key;
    private @Nullable String pathPrefix;
    private boolean flushEachAppend;
    private @Nullable Path mlflowUi;
    private boolean replay;

    private CommandLine(String... arguments) {
        rest = new ArrayDeque<>(List.of(arguments));
    }

    /** @throws StandaloneException an option that does not exist, or a value that can't be */
    static StandaloneOptions parse(String... arguments) {
        CommandLine line = new CommandLine(arguments);
        while (!line.rest.isEmpty()) {
            line.take(line.rest.pop());
        }
        return line.options();
    }

    private void take(String option) {
        switch (option) {
            case "--data" -> data = path(option);
            case "--host" -> host = value(option);
            case "--port" -> port = port(value(option));
            case Listening.LET_EVERYBODY_IN -> letEverybodyIn = true;
            case "--auth" -> auth = true;
            case CERTIFICATE -> certificate = path(option);
            case KEY -> key = path(option);
            case "--path-prefix" -> pathPrefix = value(option);
            case "--flush-each-append" -> flushEachAppend = true;
            case "--mlflow-ui" -> mlflowUi = path(option);
            case "--replay" -> replay = true;
            default -> throw StandaloneException.usage("Unknown option " + option + ".");
        }
    }

    private StandaloneOptions options() {
        Listening listening = replay
                ? Listening.privately()
                : new Listening(host, port, letEverybodyIn, certificate(certificate, key), pathPrefix);
        return new StandaloneOptions(data, listening, auth, flushEachAppend, mlflowUi, replay);
    }

    private static Listening.@Nullable Certificate certificate(@Nullable Path certificate, @Nullable Path key) {
        if (certificate == null && key == null) {
            return null;
        }
        if (certificate == null || key == null) {
            throw StandaloneException.usage(CERTIFICATE + " and " + KEY + " belong together.");
        }
        return new Listening.Certificate(certificate, key);
    }

    private Path path(String option) {
        return Path.of(value(option)).toAbsolutePath().normalize();
    }

    private String value(String option) {
        String value = rest.poll();
        if (value == null || value.isBlank()) {
            throw StandaloneException.usage(option + " needs a value.");
        }
        return value;
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= MAX_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number out of range.
        }
        throw StandaloneException.usage("--port needs a number from 0 to " + MAX_PORT + ", not " + text + ".");
    }
}
