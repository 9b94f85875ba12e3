package io.runstream.cluster;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The command line.
 *
 * @param home the root of the sources, in which everything has been built
 * @param data the folder of everything that is kept
 * @param port of the gateway; 0 for a free one
 */
record ClusterOptions(Path home, Path data, int port, Layout layout) {
    private static final int DEFAULT_PORT = 5000;

    /** @throws ClusterException an option that does not exist, or a value that can't be */
    static ClusterOptions parse(String... arguments) {
        Path home = Path.of("").toAbsolutePath();
        Path data = Path.of(System.getProperty("user.home"), ".runstream-cluster");
        int port = DEFAULT_PORT;
        Layout layout = Layout.redundant();
        Deque<String> rest = new ArrayDeque<>(List.of(arguments));
        while (!rest.isEmpty()) {
            String option = rest.pop();
            switch (option) {
                case "--home" -> home = path(option, rest);
                case "--data" -> data = path(option, rest);
                case "--port" -> port = port(value(option, rest));
                case "--single" -> layout = Layout.single();
                default -> throw new ClusterException("Unknown option " + option + ".");
            }
        }
        return new ClusterOptions(home, data, port, layout);
    }

    private static Path path(String option, Deque<String> rest) {
        return Path.of(value(option, rest)).toAbsolutePath().normalize();
    }

    private static String value(String option, Deque<String> rest) {
        String value = rest.poll();
        if (value == null || value.isBlank()) {
            throw new ClusterException(option + " needs a value.");
        }
        return value;
    }

    private static int port(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new ClusterException("--port needs a number, not " + text + ".", e);
        }
    }
}
