package io.runstream.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.runstream.testkit.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The environment variables that a service understands: for its own settings, Quarkus' that count at run time, and Kafka's. */
final class Variables {
    private static final String KIT = "io.runstream.kit";
    private static final Map<String, List<String>> PACKAGES = Map.of(
            "gateway", List.of("io.runstream.gateway"),
            "ingest-service", List.of("io.runstream.ingest", KIT),
            "query-service", List.of("io.runstream.query", KIT),
            "artifact-service", List.of("io.runstream.artifact", KIT));

    private static final String QUARKUS_MODEL = "META-INF/quarkus-config-doc/quarkus-config-model.json";
    private static final Set<String> QUARKUS = quarkus();
    private static final Map<String, Variables> KNOWN = new ConcurrentHashMap<>();

    private final Set<String> exact = new TreeSet<>();
    private final List<Predicate<String>> patterns = new ArrayList<>();

    private Variables(List<String> packages) {
        packages.stream()
                .flatMap(root -> Settings.declaredIn(root).keySet().stream())
                .map(Variables::variable)
                .forEach(this::add);
        QUARKUS.forEach(this::add);
        patterns.add(Pattern.compile("KAFKA_[A-Z_]+").asMatchPredicate());
    }

    /** @param service as its image is called */
    static Variables of(String service) {
        return KNOWN.computeIfAbsent(
                service, absent -> new Variables(Objects.requireNonNull(PACKAGES.get(service), service)));
    }

    boolean include(String variable) {
        return exact.contains(variable) || patterns.stream().anyMatch(pattern -> pattern.test(variable));
    }

    /** As MicroProfile Config reads it. */
    private static String variable(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    /** What the operator names is between two underscores on either side. */
    private void add(String variable) {
        if (variable.contains("__")) {
            patterns.add(Pattern.compile(variable.replaceAll("__[A-Z0-9_]+?__", "_[A-Z0-9_]+_"))
                    .asMatchPredicate());
        } else {
            exact.add(variable);
        }
    }

    private static Set<String> quarkus() {
        Set<String> variables = new TreeSet<>();
        ObjectMapper json = new ObjectMapper();
        try {
            for (URL model : Collections.list(Variables.class.getClassLoader().getResources(QUARKUS_MODEL))) {
                try (InputStream in = model.openStream()) {
                    collect(json.readTree(in), variables);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return variables;
    }

    private static void collect(JsonNode node, Set<String> variables) {
        JsonNode variable = node.path("path").path("environmentVariable");
        if (variable.isTextual() && node.path("phase").asText().equals("RUN_TIME")) {
            variables.add(variable.asText());
        }
        node.forEach(child -> collect(child, variables));
    }
}
