package io.runstream.routes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The services, told apart by the packages of their classes.
 *
 * @param names by package
 * @param fallback the one that gets what no annotation names: it may have routes that are made while it starts, and it is
 *     the one that says of a path that it does not exist
 */
record Services(Map<String, String> names, String fallback) {
    static final String OURS = "io.runstream.";

    /** @param words {@code name=package} for each; the first is the fallback */
    static Services parse(List<String> words) {
        Map<String, String> names = new LinkedHashMap<>();
        for (String word : words) {
            String[] parts = word.split("=", -1);
            if (parts.length != 2) {
                throw new RouteException("A service is named by name=package, not by " + word);
            }
            names.put(parts[1], parts[0]);
        }
        return new Services(
                names,
                names.values().stream().findFirst().orElseThrow(() -> new RouteException("No service is named")));
    }

    Optional<String> of(String className) {
        return names.entrySet().stream()
                .filter(service -> className.startsWith(service.getKey() + "."))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
