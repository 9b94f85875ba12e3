package io.runstream.api.run;

import io.runstream.api.KeyValue;
import io.runstream.api.request.JsonText;
import io.runstream.api.request.Place;
import io.runstream.api.request.RequestFields;
import io.runstream.error.RequestErrors;
import io.runstream.id.RunId;
import io.runstream.limit.Limits;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * {@code runs/log-batch}: all of it is legal, so all of it can be logged or none.
 *
 * @param params with distinct keys
 * @param tags in the order sent; of equal keys the last counts
 */
public record LogBatchRequest(String runId, List<LoggedMetric> metrics, List<KeyValue> params, List<KeyValue> tags) {
    public static LogBatchRequest from(RequestFields fields) {
        String runId = fields.runId();
        if (!RunId.isLegal(runId)) {
            throw RequestErrors.badId("run_id", JsonText.quote(runId));
        }
        List<LoggedMetric> metrics = read(fields, "metrics", LoggedMetric::from);
        List<KeyValue> params = read(fields, "params", LoggedPairs::param);
        List<KeyValue> tags = read(fields, "tags", LoggedPairs::tag);
        LogBatchRequest request = new LogBatchRequest(runId, metrics, params, tags);
        request.check();
        return request;
    }

    private static <T> List<T> read(RequestFields fields, String name, Function<RequestFields, T> element) {
        List<RequestFields> objects = fields.objects(name);
        List<T> elements = new ArrayList<>(objects.size());
        for (RequestFields object : objects) {
            elements.add(element.apply(object));
        }
        return elements;
    }

    /** In MLflow's order: the elements, then how many there are, then whether params are distinct. */
    private void check() {
        check("metrics", metrics, LoggedMetric::check);
        check("params", params, LoggedPairs::checkParam);
        check("tags", tags, LoggedPairs::checkTag);
        checkCount("metrics", metrics.size(), Limits.BATCH_METRICS);
        checkCount("params", params.size(), Limits.BATCH_PARAMS);
        checkCount("tags", tags.size(), Limits.BATCH_TAGS);
        checkCount("metrics, params, and tags", metrics.size() + params.size() + tags.size(), Limits.BATCH_TOTAL);
        checkDistinct(params);
    }

    private static <T> void check(String name, List<T> elements, BiConsumer<T, Place> check) {
        Place list = Place.REQUEST.field(name);
        for (int i = 0; i < elements.size(); i++) {
            check.accept(elements.get(i), list.element(i));
        }
    }

    private static void checkCount(String what, int count, int limit) {
        if (count > limit) {
            throw RequestErrors.tooMany(what, limit, count);
        }
    }

    private static void checkDistinct(List<KeyValue> params) {
        Set<String> seen = new HashSet<>();
        Set<String> duplicates = new LinkedHashSet<>();
        for (KeyValue param : params) {
            if (!seen.add(param.key())) {
                duplicates.add(param.key());
            }
        }
        if (!duplicates.isEmpty()) {
            throw RequestErrors.duplicateParams(duplicates);
        }
    }
}
