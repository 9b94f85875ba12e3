package io.runstream.query.deadletter;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Lists the dead letters, or sends them again: {@code DeadLettersMain KAFKA [--send-again]}, where {@code KAFKA} is
 * {@code host:port} or a file of settings for Kafka's clients. A program of its own, so that it neither needs a running
 * service nor is one.
 */
public final class DeadLettersMain {
    private DeadLettersMain() {}

    /** Ends the JVM with 2 for a command line that can't be. */
    public static void main(String... arguments) throws IOException {
        List<String> given = List.of(arguments);
        boolean again = given.contains("--send-again");
        if (given.size() != (again ? 2 : 1) || given.getFirst().startsWith("--")) {
            System.err.println(
                    "Usage: DeadLettersMain KAFKA [--send-again], with KAFKA as host:port or a file of settings");
            System.exit(2);
        }
        DeadLetters letters = new DeadLetters(connection(given.getFirst()));
        if (again) {
            System.out.println("Sent again: " + letters.sendAgain());
        } else {
            letters.list(letter -> System.out.println(letter.line()));
        }
    }

    private static Map<String, Object> connection(String kafka) throws IOException {
        Path file = Path.of(kafka);
        if (!Files.isRegularFile(file)) {
            return Map.of("bootstrap.servers", kafka);
        }
        Properties settings = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            settings.load(reader);
        }
        Map<String, Object> connection = new HashMap<>();
        settings.forEach((name, value) -> connection.put(name.toString(), value));
        return connection;
    }
}
