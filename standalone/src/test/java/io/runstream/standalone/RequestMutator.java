package io.runstream.standalone;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Makes wrong requests out of right ones: in the JSON tree, or in its bytes. The same random numbers make the same ones. */
final class RequestMutator {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What no field expects, as JSON. Some of it is not JSON at all. */
    private static final List<String> ODDITIES = List.of(
            "null",
            "true",
            "false",
            "0",
            "-1",
            "1.5",
            "1e400",
            "-1e400",
            "NaN",
            "Infinity",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775809",
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\udc00x\"",
            "\"../../etc/passwd\"",
            "\"/\"",
            "\"a//b\"",
            "\"%2e%2e\"",
            "\"'; DROP TABLE run; --\"",
            "\"\uD83D\uDE00\"",
            "\"NaN\"",
            "\"Inf\"",
            "\"1e5\"",
            "\"0x10\"",
            "\"" + "k".repeat(300) + "\"",
            "\"" + "v".repeat(70_000) + "\"",
            "[]",
            "{}",
            "[[]]",
            "[null]",
            "[{}]",
            "[5]",
            "{\"key\": 5}",
            "[".repeat(200) + "]".repeat(200),
            "{\"a\": {\"b\": [1, {\"c\": null}]}}",
            "undefined",
            "'x'",
            "01",
            "+1",
            "\"\n\"");

    private final RandomGenerator random;

    RequestMutator(RandomGenerator random) {
        this.random = random;
    }

    byte[] mutate(String request) {
        return random.nextInt(4) == 0 ? mutateBytes(request) : mutateTree(request);
    }

    /** One of the oddities, as it stands in JSON. */
    String oddity() {
        return ODDITIES.get(random.nextInt(ODDITIES.size()));
    }

    private byte[] mutateBytes(String request) {
        byte[] bytes = request.getBytes(StandardCharsets.UTF_8);
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 1 -> withByte(bytes, random.nextInt(bytes.length), (byte) random.nextInt(256));
            case 2 -> withByte(bytes, random.nextInt(bytes.length), (byte) "{}[]\",:\\0".charAt(random.nextInt(9)));
            default -> randomBytes(random.nextInt(64));
        };
    }

    private static byte[] withByte(byte[] bytes, int at, byte value) {
        byte[] changed = bytes.clone();
        changed[at] = value;
        return changed;
    }

    private byte[] randomBytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] mutateTree(String request) {
        try {
            JsonNode tree = JSON.readTree(request);
            List<Place> places = new ArrayList<>();
            collect(tree, places);
            Place place = places.get(random.nextInt(places.size()));
            // Oddities need not be JSON, so they are put in as text, for a word that stands nowhere else.
            String marker = "@oddity@";
            place.set(marker);
            String text = JSON.writeValueAsString(tree);
            String value = random.nextInt(5) == 0 ? "\"\"" : oddity();
            return text.replace("\"" + marker + "\"", value).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(JsonNode node, List<Place> places) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> {
                places.add(value -> object.put(field.getKey(), value));
                collect(field.getValue(), places);
            });
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int index = i;
                places.add(value -> array.set(index, value));
                collect(array.get(i), places);
            }
        }
    }

    /** A place in the tree where a value stands. */
    private interface Place {
        void set(String value);
    }
}
