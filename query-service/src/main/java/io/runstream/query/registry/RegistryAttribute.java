package io.runstream.query.registry;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What filters ask about besides tags; where {@code m} is the registered model and {@code v} the version. */
enum RegistryAttribute {
    NAME("name", "m.name"),
    VERSION_NUMBER("version_number", "v.version"),
    RUN_ID("run_id", "v.run_id"),
    SOURCE_PATH("source_path", "v.source");

    static final List<RegistryAttribute> OF_MODELS = List.of(NAME);
    static final List<RegistryAttribute> OF_VERSIONS = Arrays.asList(values());

    private final String key;
    private final String column;

    RegistryAttribute(String key, String column) {
        this.key = key;
        this.column = column;
    }

    static Optional<RegistryAttribute> find(String key, List<RegistryAttribute> among) {
        return among.stream().filter(attribute -> attribute.key.equals(key)).findAny();
    }

    static List<String> keys(List<RegistryAttribute> attributes) {
        return attributes.stream().map(RegistryAttribute::key).toList();
    }

    String key() {
        return key;
    }

    String column() {
        return column;
    }

    boolean isNumber() {
        return this == VERSION_NUMBER;
    }

    /** Whether it may be compared with several values. */
    boolean takesLists() {
        return this == NAME || this == RUN_ID;
    }
}
