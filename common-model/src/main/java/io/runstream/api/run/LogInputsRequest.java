package io.runstream.api.run;

import io.runstream.api.KeyValue;
import io.runstream.api.request.RequestFields;
import io.runstream.api.run.RunInputs.Dataset;
import io.runstream.api.run.RunInputs.DatasetInput;
import io.runstream.api.run.RunInputs.ModelInput;
import io.runstream.error.RequestErrors;
import io.runstream.limit.Limits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code runs/log-inputs}.
 *
 * @param datasets no two with the same name and digest: the first counts
 */
public record LogInputsRequest(String runId, List<DatasetInput> datasets, List<ModelInput> models) {
    public static LogInputsRequest from(RequestFields fields) {
        String runId = fields.runId();
        Map<List<String>, DatasetInput> datasets = new LinkedHashMap<>();
        for (RequestFields input : fields.objects("datasets")) {
            DatasetInput dataset = datasetInput(input);
            datasets.putIfAbsent(
                    List.of(dataset.dataset().name(), dataset.dataset().digest()), dataset);
        }
        List<ModelInput> models = fields.objects("models").stream()
                .map(model -> new ModelInput(model.string("model_id", "")))
                .toList();
        return new LogInputsRequest(runId, List.copyOf(datasets.values()), models);
    }

    private static DatasetInput datasetInput(RequestFields fields) {
        RequestFields dataset = fields.object("dataset");
        if (dataset == null) {
            return new DatasetInput(tags(fields), new Dataset("", "", "", "", null, null));
        }
        return new DatasetInput(
                tags(fields),
                new Dataset(
                        bounded(dataset, "name", Limits.DATASET_NAME_LENGTH),
                        bounded(dataset, "digest", Limits.DATASET_DIGEST_LENGTH),
                        bounded(dataset, "source_type", Limits.DATASET_NAME_LENGTH),
                        bounded(dataset, "source", Limits.DATASET_SOURCE_LENGTH),
                        optional(dataset, "schema", Limits.DATASET_SCHEMA_LENGTH),
                        optional(dataset, "profile", Limits.DATASET_PROFILE_LENGTH)));
    }

    /** The first of equal keys counts. */
    private static List<KeyValue> tags(RequestFields fields) {
        Map<String, KeyValue> tags = new LinkedHashMap<>();
        for (RequestFields tag : fields.objects("tags")) {
            String key = bounded(tag, "key", Limits.INPUT_TAG_KEY_LENGTH);
            tags.putIfAbsent(key, new KeyValue(key, bounded(tag, "value", Limits.INPUT_TAG_VALUE_LENGTH)));
        }
        return new ArrayList<>(tags.values());
    }

    private static String bounded(RequestFields fields, String name, int limit) {
        String value = optional(fields, name, limit);
        return value == null ? "" : value;
    }

    private static @Nullable String optional(RequestFields fields, String name, int limit) {
        String value = fields.optionalString(name);
        if (value != null && Limits.exceeds(value, limit)) {
            throw RequestErrors.tooLong(name, limit);
        }
        return value;
    }
}
