package io.runstream.transfer.command;

import io.runstream.transfer.TransferException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the command line asks for. */
sealed interface TransferOptions {
    Set<String> EXPORT = Set.of("--data", "--to");
    Set<String> IMPORT = Set.of(
            "--from", "--kafka", "--kafka-properties", "--s3-endpoint", "--s3-bucket", "--s3-region", "--s3-prefix");
    Set<String> IMPORT_FLAGS = Set.of("--no-read-back", "--without-access");

    /**
     * Copies a data folder into an archive.
     *
     * @param data the folder
     * @param to the archive, made if absent
     */
    record Export(Path data, Path to) implements TransferOptions {}

    /**
     * Copies an archive into a cluster.
     *
     * @param from the archive
     * @param kafka {@code host:port}, several with commas between
     * @param kafkaProperties a file of what Kafka's clients are told beside; null for none
     * @param s3Endpoint of the artifact store
     * @param bucket in it
     * @param region that requests are signed for
     * @param prefix what all keys begin with; empty for none
     * @param readBack whether to read every artifact back, or only to ask the store for its size and checksum
     * @param withAccess whether users and permissions come along
     */
    record Import(
            Path from,
            String kafka,
            @Nullable Path kafkaProperties,
            URI s3Endpoint,
            String bucket,
            String region,
            String prefix,
            boolean readBack,
            boolean withAccess)
            implements TransferOptions {}

    /** @throws TransferException an option that does not exist, is missing, or has a value that can't be */
    static TransferOptions parse(String... arguments) {
        Deque<String> rest = new ArrayDeque<>(List.of(arguments));
        String command = rest.isEmpty() ? "" : rest.pop();
        return switch (command) {
            case "export" -> export(Words.of(rest, EXPORT, Set.of()));
            case "import" -> imported(Words.of(rest, IMPORT, IMPORT_FLAGS));
            default ->
                throw TransferException.usage(
                        "There is export and import" + (command.isEmpty() ? "." : ", not " + command + "."));
        };
    }

    private static Export export(Words words) {
        Path data = words.optional("--data", "").isEmpty()
                ? Path.of(System.getProperty("user.home"), ".runstream")
                : words.path("--data");
        return new Export(data, words.path("--to"));
    }

    private static Import imported(Words words) {
        String prefix = words.optional("--s3-prefix", "");
        return new Import(
                words.path("--from"),
                words.required("--kafka"),
                words.optional("--kafka-properties", "").isEmpty() ? null : words.path("--kafka-properties"),
                words.address("--s3-endpoint"),
                words.optional("--s3-bucket", "runstream"),
                words.optional("--s3-region", "us-east-1"),
                prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix,
                !words.has("--no-read-back"),
                !words.has("--without-access"));
    }

    /** The words of a command line by what they are. */
    record Words(Map<String, String> values, Set<String> flags) {
        static Words of(Deque<String> rest, Set<String> options, Set<String> flagNames) {
            Map<String, String> values = new HashMap<>();
            Set<String> flags = new HashSet<>();
            while (!rest.isEmpty()) {
                String option = rest.pop();
                if (flagNames.contains(option)) {
                    flags.add(option);
                } else if (options.contains(option)) {
                    String value = rest.poll();
                    if (value == null || value.isBlank()) {
                        throw TransferException.usage(option + " needs a value.");
                    }
                    values.put(option, value);
                } else {
                    throw TransferException.usage("Unknown option " + option + ".");
                }
            }
            return new Words(values, flags);
        }

        boolean has(String flag) {
            return flags.contains(flag);
        }

        String optional(String option, String otherwise) {
            return values.getOrDefault(option, otherwise);
        }

        String required(String option) {
            String value = values.get(option);
            if (value == null) {
                throw TransferException.usage(option + " is missing.");
            }
            return value;
        }

        Path path(String option) {
            return Path.of(required(option)).toAbsolutePath().normalize();
        }

        URI address(String option) {
            String text = required(option);
            if (!text.matches("https?://[^/\\s]+/?")) {
                throw TransferException.usage(
                        option + " needs an address, http://HOST:PORT for example, not " + text + ".");
            }
            return URI.create(text);
        }
    }
}
