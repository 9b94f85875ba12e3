package io.runstream.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.runstream.error.ApiException;
import io.runstream.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/** The body of every answer that is not a success. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ErrorBody(
        @JsonProperty("error_code") String errorCode,
        @JsonProperty("message") String message,
        @JsonProperty("sqlstate") @Nullable String sqlState,
        @JsonProperty("error_class") @Nullable String errorClass) {

    public static ErrorBody from(ApiException e) {
        return of(e.code(), e.message());
    }

    public static ErrorBody of(ErrorCode code, String message) {
        return new ErrorBody(code.name(), message, code.sqlState(), code.errorClass());
    }
}
