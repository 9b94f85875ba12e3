package io.runstream.api.experiment;

import io.runstream.api.KeyValue;
import io.runstream.api.request.RequestFields;
import io.runstream.error.RequestErrors;
import io.runstream.limit.ArtifactLocations;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * {@code experiments/create}.
 *
 * @param artifactLocation empty for the default
 * @param tags with distinct keys
 */
public record CreateExperimentRequest(String name, String artifactLocation, List<KeyValue> tags) {
    public static CreateExperimentRequest from(RequestFields fields) {
        String name = ExperimentFields.name(fields, "name");
        String artifactLocation = ArtifactLocations.check(fields.string("artifact_location", ""));
        List<KeyValue> tags = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (RequestFields tag : fields.objects("tags")) {
            KeyValue pair = ExperimentFields.tag(tag.string("key", ""), tag.string("value", ""));
            if (!keys.add(pair.key())) {
                throw RequestErrors.duplicateTag(pair.key());
            }
            tags.add(pair);
        }
        return new CreateExperimentRequest(name, artifactLocation, tags);
    }
}
