package io.runstream.error;

import static io.runstream.error.ErrorCode.INVALID_PARAMETER_VALUE;

import java.util.Collection;
import java.util.stream.Collectors;

/** What can be wrong with a request whatever it is about. Values are given as JSON, since MLflow quotes them so. */
public final class RequestErrors {
    private static final String SEE_DOCS = " See the API docs for more information about request parameters.";

    private RequestErrors() {}

    /** @param path the field, in a list with its place: {@code metrics[3].timestamp} */
    public static ApiException missing(String path) {
        return invalid("Missing value for required parameter '" + path + "'." + SEE_DOCS);
    }

    /** @param pythonType MLflow's name for the type of what was sent: {@code int}, {@code str}, {@code list}, .. */
    public static ApiException wrongType(String path, String json, String pythonType) {
        return invalid(invalidValueText(path, json) + ":  Hint: Value was of type '" + pythonType + "'." + SEE_DOCS);
    }

    public static ApiException bothSpellings(String snakeCase, String camelCase) {
        return invalid("Request specifies both '" + snakeCase + "' and '" + camelCase + "'; provide only one of them.");
    }

    public static ApiException contentType() {
        return invalid("Bad Request. Content-Type must be one of ['application/json'].");
    }

    public static ApiException contentTypeMissing() {
        return invalid("Bad Request. Content-Type header is missing.");
    }

    public static ApiException notABoolean(String value) {
        return invalid("Invalid boolean value: " + value + ", must be 'true' or 'false'.");
    }

    public static ApiException nulCharacter(String path) {
        return invalid(
                "Invalid value for parameter '" + path + "' supplied: Text must not contain the character U+0000.");
    }

    public static ApiException badId(String path, String json) {
        return invalid(invalidValueText(path, json) + ".");
    }

    public static ApiException badCharacters(String path, String json) {
        return invalid(invalidValueText(path, json)
                + ": Names may only contain alphanumerics, underscores (_), dashes (-), periods (.), spaces ( ), colon(:)"
                + " and slashes (/).");
    }

    public static ApiException badPath(String path, String json, String resolved) {
        return invalid(invalidValueText(path, json)
                + ": Names may be treated as files in certain cases, and must not resolve to other names when treated as"
                + " such. This name would resolve to '" + resolved + "'");
    }

    /** @param what as MLflow calls it: the path of a tag's key, but {@code Metric name} and {@code Param key} */
    public static ApiException tooLong(String what, int limit) {
        return invalid("'" + what + "' exceeds the maximum length of " + limit + " characters");
    }

    public static ApiException tooMany(String what, int limit, int count) {
        return invalid("A batch logging request can contain at most " + limit + " " + what + ". Got " + count + " "
                + what + ". Please split up " + what + " across multiple requests and try again.");
    }

    public static ApiException duplicateParams(Collection<String> keys) {
        String list = keys.stream().map(key -> "'" + key + "'").collect(Collectors.joining(", ", "[", "]"));
        return invalid("Duplicate parameter keys have been submitted: " + list
                + ". Please ensure the request contains only one param value per param key.");
    }

    public static ApiException negativeTimestamp(String path, long timestamp, String key, double value) {
        return invalid(invalidValueText(path, Long.toString(timestamp)) + ": metric '" + key + "' (value=" + value
                + "). Timestamp must be a nonnegative long (64-bit integer) ");
    }

    public static ApiException runNamesDiffer(String argument, String tag) {
        return invalid("Both 'run_name' argument and 'mlflow.runName' tag are specified, but with different values"
                + " (run_name='" + argument + "', mlflow.runName='" + tag + "').");
    }

    public static ApiException duplicateTag(String key) {
        return invalid("Duplicate tag key '" + key + "': a request can set a tag only once.");
    }

    public static ApiException idempotencyKeyReused() {
        return invalid("This Idempotency-Key was used with another request. Use a new key for a new request.");
    }

    public static ApiException idempotencyKeyLength(int limit) {
        return invalid("The header Idempotency-Key must have 1 to " + limit + " printable ASCII characters.");
    }

    private static String invalidValueText(String path, String json) {
        return "Invalid value " + json + " for parameter '" + path + "' supplied";
    }

    /** It was read, but the log keeps nothing of that size. */
    public static ApiException tooLargeForTheLog() {
        return invalid("The request is larger than what the event log takes at once. Please send it in parts.");
    }

    private static ApiException invalid(String message) {
        return new ApiException(INVALID_PARAMETER_VALUE, message);
    }
}
