package io.runstream.api.model;

import io.runstream.api.request.RequestFields;
import io.runstream.error.RequestErrors;

/** {@code PATCH logged-models/{id}}. MLflow wants the id in the body too; here the path's is enough. */
public record FinalizeLoggedModelRequest(LoggedModelStatus status) {
    public static FinalizeLoggedModelRequest from(RequestFields fields) {
        LoggedModelStatus status = fields.optionalEnum("status", LoggedModelStatus.READER);
        if (status == null) {
            throw RequestErrors.missing(fields.path("status"));
        }
        return new FinalizeLoggedModelRequest(status);
    }
}
