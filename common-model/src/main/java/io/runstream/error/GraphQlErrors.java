package io.runstream.error;

import static io.runstream.error.ErrorCode.BAD_REQUEST;
import static io.runstream.error.ErrorCode.NOT_IMPLEMENTED;

/** What can be wrong with a GraphQL request. */
public final class GraphQlErrors {
    private GraphQlErrors() {}

    /** Neither JSON nor a query string with an operation, or several operations at once. */
    public static ApiException noQuery() {
        return new ApiException(
                BAD_REQUEST, "A GraphQL request is one JSON object with the text of a query in 'query'.");
    }

    public static ApiException badVariables() {
        return new ApiException(BAD_REQUEST, "The variables of a GraphQL request are one JSON object.");
    }

    public static ApiException answerTooLong(int limit) {
        return new ApiException(
                BAD_REQUEST,
                "The answer would hold more than %d values. Ask for less, or use the REST API.".formatted(limit));
    }

    public static ApiException answerTooLarge(int bytes) {
        return new ApiException(
                BAD_REQUEST,
                "The answer would be longer than %d bytes. Ask for less, or use the REST API.".formatted(bytes));
    }

    /** @param instead the REST call that answers the same question */
    public static ApiException useRest(String field, String instead) {
        return new ApiException(NOT_IMPLEMENTED, field + " is not answered here. Use " + instead + " of the REST API.");
    }
}
