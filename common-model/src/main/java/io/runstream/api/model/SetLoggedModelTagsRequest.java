package io.runstream.api.model;

import io.runstream.api.KeyValue;
import io.runstream.api.request.RequestFields;
import java.util.List;

/**
 * {@code PATCH logged-models/{id}/tags}.
 *
 * @param tags in the order sent; of equal keys the last counts
 */
public record SetLoggedModelTagsRequest(List<KeyValue> tags) {
    public static SetLoggedModelTagsRequest from(RequestFields fields) {
        return new SetLoggedModelTagsRequest(LoggedModelFields.tags(fields));
    }
}
