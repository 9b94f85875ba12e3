package io.runstream.api.model;

import io.runstream.api.KeyValue;
import io.runstream.api.request.RequestFields;
import io.runstream.error.ApiException;
import io.runstream.error.LoggedModelErrors;
import io.runstream.error.RequestErrors;
import io.runstream.limit.Limits;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What several requests about logged models have in common. Any key will do, the empty one too. */
final class LoggedModelFields {
    private LoggedModelFields() {}

    static List<KeyValue> distinctParams(RequestFields fields) {
        return distinct(pairs(fields, "params"), LoggedModelErrors::duplicateParam);
    }

    static List<KeyValue> distinctTags(RequestFields fields) {
        return distinct(tags(fields), LoggedModelErrors::duplicateTag);
    }

    static List<KeyValue> tags(RequestFields fields) {
        return pairs(fields, "tags");
    }

    private static List<KeyValue> pairs(RequestFields fields, String name) {
        List<KeyValue> pairs = new ArrayList<>();
        for (RequestFields element : fields.objects(name)) {
            String key = limited(element, "key", Limits.MODEL_KEY_LENGTH);
            pairs.add(new KeyValue(key, element.string("value", "")));
        }
        return pairs;
    }

    /** Empty if absent. */
    static String limited(RequestFields fields, String name, int limit) {
        String text = fields.string(name, "");
        if (Limits.exceeds(text, limit)) {
            throw RequestErrors.tooLong(fields.path(name), limit);
        }
        return text;
    }

    private static List<KeyValue> distinct(List<KeyValue> pairs, Function<String, ApiException> duplicate) {
        Set<String> keys = new HashSet<>();
        for (KeyValue pair : pairs) {
            if (!keys.add(pair.key())) {
                throw duplicate.apply(pair.key());
            }
        }
        return pairs;
    }
}
