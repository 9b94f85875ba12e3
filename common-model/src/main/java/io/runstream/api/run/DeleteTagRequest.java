package io.runstream.api.run;

import io.runstream.api.request.RequestFields;

/** {@code runs/delete-tag}. Any key may be asked for: one that is not there gets 404. */
public record DeleteTagRequest(String runId, String key) {
    public static DeleteTagRequest from(RequestFields fields) {
        return new DeleteTagRequest(fields.runId(), fields.requiredString("key"));
    }
}
