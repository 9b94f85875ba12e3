package io.runstream.standalone;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The command line.
 *
 * @param data the folder of everything that is kept
 * @param host address to listen on
 * @param port TCP port to listen on; 0 for a free one
 * @param flushEachAppend whether an acknowledged write survives a power cut, not just the end of the process
 * @param mlflowUi the installed MLflow whose web page to serve; null for none
 * @param replay whether to rebuild the tables from the log and stop, instead of serving
 */
public record StandaloneOptions(
        Path data,
        String host,
        int port,
        boolean flushEachAppend,
        @Nullable Path mlflowUi,
        boolean replay) {
    static final int DEFAULT_PORT = 5000;
    private static final int MAX_PORT = 65_535;

    static StandaloneOptions defaults() {
        Path data = Path.of(System.getProperty("user.home"), ".runstream");
        return new StandaloneOptions(data, "127.0.0.1", DEFAULT_PORT, false, null, false);
    }

    /** @throws StandaloneException an option that does not exist, or a value that can't be */
    static StandaloneOptions parse(String... arguments) {
        StandaloneOptions options = defaults();
        Deque<String> rest = new ArrayDeque<>(List.of(arguments));
        while (!rest.isEmpty()) {
            options = options.with(rest.pop(), rest);
        }
        return options;
    }

    private StandaloneOptions with(String option, Deque<String> rest) {
        return switch (option) {
            case "--data" -> new StandaloneOptions(folder(option, rest), host, port, flushEachAppend, mlflowUi, replay);
            case "--host" -> new StandaloneOptions(data, value(option, rest), port, flushEachAppend, mlflowUi, replay);
            case "--port" ->
                new StandaloneOptions(data, host, port(value(option, rest)), flushEachAppend, mlflowUi, replay);
            case "--flush-each-append" -> new StandaloneOptions(data, host, port, true, mlflowUi, replay);
            case "--mlflow-ui" ->
                new StandaloneOptions(data, host, port, flushEachAppend, folder(option, rest), replay);
            case "--replay" -> new StandaloneOptions(data, host, port, flushEachAppend, mlflowUi, true);
            default -> throw StandaloneException.usage("Unknown option " + option + ".");
        };
    }

    private static Path folder(String option, Deque<String> rest) {
        return Path.of(value(option, rest)).toAbsolutePath().normalize();
    }

    private static String value(String option, Deque<String> rest) {
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
