package io.runstream.api.registry;

import io.runstream.api.KeyValue;
import io.runstream.api.request.Place;
import io.runstream.api.request.RequestFields;
import io.runstream.error.RegistryErrors;
import io.runstream.error.RequestErrors;
import io.runstream.limit.Keys;
import io.runstream.limit.Limits;
import io.runstream.limit.ModelNames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What several requests about the registry have in common. */
final class RegistryFields {
    private static final String PROMPT_TEXT = "mlflow.prompt.text";

    private RegistryFields() {}

    static String name(RequestFields fields) {
        return ModelNames.check(fields.requiredString("name"));
    }

    /** Of a registered model or a version: long ones are refused, not cut as those of runs. */
    static KeyValue tag(RequestFields fields) {
        return checked(new KeyValue(fields.requiredString("key"), fields.string("value", "")));
    }

    static KeyValue versionTag(RequestFields fields) {
        return checkedOfVersion(new KeyValue(fields.requiredString("key"), fields.string("value", "")));
    }

    static List<KeyValue> tags(RequestFields fields) {
        return tags(fields, RegistryFields::checked);
    }

    static List<KeyValue> versionTags(RequestFields fields) {
        return tags(fields, RegistryFields::checkedOfVersion);
    }

    /** The last of equal keys counts. */
    private static List<KeyValue> tags(RequestFields fields, UnaryOperator<KeyValue> check) {
        Map<String, KeyValue> byKey = new LinkedHashMap<>();
        for (RequestFields tag : fields.objects("tags")) {
            KeyValue pair = check.apply(new KeyValue(tag.string("key", ""), tag.string("value", "")));
            byKey.put(pair.key(), pair);
        }
        return List.copyOf(byKey.values());
    }

    private static KeyValue checked(KeyValue tag) {
        checkKey(tag.key());
        if (Limits.exceeds(tag.value(), Limits.REGISTRY_TAG_VALUE_LENGTH)) {
            throw RequestErrors.tooLong("value", Limits.REGISTRY_TAG_VALUE_LENGTH);
        }
        return tag;
    }

    private static KeyValue checkedOfVersion(KeyValue tag) {
        checkKey(tag.key());
        if (tag.key().equals(PROMPT_TEXT) && Limits.exceeds(tag.value(), Limits.REGISTRY_TAG_VALUE_LENGTH)) {
            throw RegistryErrors.promptTooLong(Limits.REGISTRY_TAG_VALUE_LENGTH);
        }
        return checked(tag);
    }

    private static void checkKey(String key) {
        Keys.check(key, Place.REQUEST.field("key"));
    }

    /** A key that is to be deleted may be of any length. */
    static String keyToDelete(RequestFields fields) {
        return Keys.checkForm(fields.requiredString("key"), Place.REQUEST.field("key"));
    }
}
