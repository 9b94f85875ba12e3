package io.runstream.api.run;

import io.runstream.api.KeyValue;
import io.runstream.api.Tags;
import io.runstream.api.request.RequestFields;
import io.runstream.error.ExperimentErrors;
import io.runstream.error.RequestErrors;
import io.runstream.id.ExperimentId;
import io.runstream.limit.Limits;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code runs/create}.
 *
 * @param runName null if neither the argument nor the tag names the run
 * @param startTime milliseconds since the epoch; 0 if absent, as in MLflow
 * @param tags with distinct keys, without the run's name
 */
public record CreateRunRequest(
        ExperimentId experiment, @Nullable String runName, String userId, long startTime, List<KeyValue> tags) {

    public static CreateRunRequest from(RequestFields fields) {
        String experiment = fields.string("experiment_id", "");
        if (experiment.isEmpty()) {
            throw ExperimentErrors.idMissing();
        }
        List<KeyValue> tags = tags(fields);
        return new CreateRunRequest(
                ExperimentId.parse(experiment),
                runName(fields.string("run_name", ""), tags),
                fields.string("user_id", ""),
                fields.int64("start_time", 0),
                tags.stream().filter(tag -> !tag.key().equals(Tags.RUN_NAME)).toList());
    }

    private static List<KeyValue> tags(RequestFields fields) {
        List<KeyValue> tags = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (RequestFields tag : fields.objects("tags")) {
            String key = tag.string("key", "");
            if (!keys.add(key)) {
                throw RequestErrors.duplicateTag(key);
            }
            if (Limits.exceeds(key, Limits.KEY_LENGTH)) {
                throw RequestErrors.tooLong(tag.path("key"), Limits.KEY_LENGTH);
            }
            tags.add(new KeyValue(key, Limits.cut(tag.string("value", ""), Limits.RUN_TAG_VALUE_LENGTH)));
        }
        return tags;
    }

    private static @Nullable String runName(String argument, List<KeyValue> tags) {
        String tag = tags.stream()
                .filter(candidate -> candidate.key().equals(Tags.RUN_NAME))
                .map(KeyValue::value)
                .findFirst()
                .orElse("");
        if (!argument.isEmpty() && !tag.isEmpty() && !argument.equals(tag)) {
            throw RequestErrors.runNamesDiffer(argument, tag);
        }
        String name = argument.isEmpty() ? tag : Limits.cut(argument, Limits.RUN_TAG_VALUE_LENGTH);
        return name.isEmpty() ? null : name;
    }
}
