package io.runstream.query.registry;

import io.runstream.error.SearchErrors;
import io.runstream.query.search.Identifier;
import java.util.List;

/** A thing of a registered model or version, as a filter or an order names it: {@code name}, {@code tags.team}. */
record RegistryKey(boolean tag, String key) {

    /**
     * @param attributes the keys that need no prefix
     * @throws io.runstream.error.ApiException 400 in MLflow's words
     */
    static RegistryKey parse(String identifier, List<String> attributes) {
        Identifier name = Identifier.parse(identifier);
        boolean tag = name.hasPrefix() && isTag(name.prefix());
        // Unlike those of tags, names of attributes don't come in quotes.
        String written = identifier.substring(identifier.indexOf('.') + 1);
        if (!tag && !attributes.contains(written)) {
            throw SearchErrors.unknownAttribute(written, attributes);
        }
        return new RegistryKey(tag, name.key());
    }

    private static boolean isTag(String prefix) {
        return switch (prefix) {
            case "tag", "tags" -> true;
            case "attribute" -> false;
            default -> throw SearchErrors.unknownEntity(prefix);
        };
    }
}
