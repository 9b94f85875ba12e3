package io.runstream.cluster.fault;

import io.runstream.cluster.ClusterException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/**
 * The command line.
 *
 * @param home the root of the sources, in which everything has been built
 * @param data a folder, in which each seed has one of its own
 */
record FaultOptions(Path home, Path data, Duration time, long seed) {
    private static final Duration DEFAULT_TIME = Duration.ofMinutes(10);
    private static final int SEEDS = 1_000_000;

    /** @throws ClusterException an option that does not exist, or a value that can't be */
    static FaultOptions parse(String... arguments) {
        Path home = Path.of("").toAbsolutePath();
        Path data = Path.of(System.getProperty("java.io.tmpdir"), "runstream-faults");
        Duration time = DEFAULT_TIME;
        long seed = new Random().nextInt(SEEDS);
        Deque<String> rest = new ArrayDeque<>(List.of(arguments));
        while (!rest.isEmpty()) {
            String option = rest.pop();
            switch (option) {
                case "--home" -> home = path(option, rest);
                case "--data" -> data = path(option, rest);
                case "--minutes" -> time = Duration.ofMinutes(number(option, rest));
                case "--seed" -> seed = number(option, rest);
                default -> throw new ClusterException("Unknown option " + option + ".");
            }
        }
        return new FaultOptions(home, data, time, seed);
    }

    private static Path path(String option, Deque<String> rest) {
        return Path.of(value(option, rest)).toAbsolutePath().normalize();
    }

    private static long number(String option, Deque<String> rest) {
        String text = value(option, rest);
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new ClusterException(option + " needs a whole number, not " + text + ".", e);
        }
    }

    private static String value(String option, Deque<String> rest) {
        String value = rest.poll();
        if (value == null || value.isBlank()) {
            throw new ClusterException(option + " needs a value.");
        }
        return value;
    }
}
