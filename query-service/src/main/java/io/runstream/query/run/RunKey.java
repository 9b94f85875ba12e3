package io.runstream.query.run;

import io.runstream.error.SearchErrors;
import io.runstream.query.search.Identifier;
import java.util.List;

/**
 * A thing of a run, as a filter or an order names it: {@code metrics.loss}, {@code start_time}.
 *
 * @param key of an attribute or a dataset it is a known one, perhaps an alias
 */
record RunKey(Entity entity, String key) {
    /** An attribute may go without a prefix. */
    static RunKey parse(String identifier, List<String> attributes) {
        Identifier name = Identifier.parse(identifier);
        Entity entity = name.hasPrefix()
                ? Entity.find(name.plainPrefix()).orElseThrow(() -> SearchErrors.unknownRunEntity(name.plainPrefix()))
                : Entity.ATTRIBUTE;
        if (entity == Entity.ATTRIBUTE && !attributes.contains(name.key())) {
            throw SearchErrors.unknownAttribute(name.key(), attributes);
        }
        if (entity == Entity.DATASET && !DatasetAttribute.KEYS.contains(name.key())) {
            throw SearchErrors.unknownDatasetKey(name.key(), DatasetAttribute.KEYS);
        }
        return new RunKey(entity, name.key());
    }
}
