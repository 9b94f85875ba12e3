package io.runstream.api.model;

import io.runstream.api.KeyValue;
import io.runstream.api.request.RequestFields;
import java.util.List;

/**
 * {@code POST logged-models/{id}/params}. MLflow wants the id in the body too; here the path's is enough.
 *
 * @param params with distinct keys; perhaps none
 */
public record LogLoggedModelParamsRequest(List<KeyValue> params) {
    public static LogLoggedModelParamsRequest from(RequestFields fields) {
        return new LogLoggedModelParamsRequest(LoggedModelFields.distinctParams(fields));
    }
}
