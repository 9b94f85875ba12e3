package io.runstream.query.experiment;

import io.runstream.error.SearchErrors;
import io.runstream.query.search.Identifier;
import java.util.List;

/** A thing of an experiment, as a filter or an order names it: {@code name}, {@code tags.team}. */
record ExperimentKey(boolean tag, String key) {
    static final String NAME = "name";
    static final String EXPERIMENT_ID = "experiment_id";

    private static final List<String> ATTRIBUTES = List.of(NAME, EXPERIMENT_ID, "creation_time", "last_update_time");

    /** @throws io.runstream.error.ApiException 400 in MLflow's words */
    static ExperimentKey parse(String identifier) {
        Identifier name = Identifier.parse(identifier);
        boolean tag = name.hasPrefix() && isTag(name.prefix());
        if (!tag && !ATTRIBUTES.contains(name.key())) {
            throw SearchErrors.unknownAttribute(name.key(), ATTRIBUTES);
        }
        return new ExperimentKey(tag, name.key());
    }

    private static boolean isTag(String prefix) {
        return switch (prefix) {
            case "tag", "tags" -> true;
            case "attribute" -> false;
            default -> throw SearchErrors.unknownEntity(prefix);
        };
    }
}
