package io.runstream.error;

import static io.runstream.error.ErrorCode.BAD_REQUEST;
import static io.runstream.error.ErrorCode.INVALID_PARAMETER_VALUE;
import static io.runstream.error.ErrorCode.RESOURCE_DOES_NOT_EXIST;

import io.runstream.error.RunErrors.ParamConflict;
import java.util.List;
import java.util.stream.Collectors;

/** What can be wrong with a request about a logged model. */
public final class LoggedModelErrors {
    private LoggedModelErrors() {}

    public static ApiException notFound(String modelId) {
        return new ApiException(RESOURCE_DOES_NOT_EXIST, notFoundText(modelId));
    }

    /** A metric names a model that is not there. MLflow answers with the database's complaint about a foreign key. */
    public static ApiException measuredNotFound(String modelId) {
        return new ApiException(BAD_REQUEST, notFoundText(modelId));
    }

    private static String notFoundText(String modelId) {
        return "Logged model with ID '" + modelId + "' not found.";
    }

    public static ApiException invalidName(String name) {
        return new ApiException(
                INVALID_PARAMETER_VALUE,
                "Invalid model name (" + PythonText.string(name)
                        + ") provided. Model name must be a non-empty string and"
                        + " cannot contain the following characters: ('/', ':', '.', '%', '\"', \"'\")");
    }

    /** MLflow answers with the database's complaint about a key that is there, like the next two. */
    public static ApiException duplicateParam(String key) {
        return new ApiException(
                BAD_REQUEST,
                "Duplicate param key " + PythonText.string(key) + ": a request can log a param only once.");
    }

    public static ApiException duplicateTag(String key) {
        return new ApiException(
                BAD_REQUEST,
                "Duplicate tag key " + PythonText.string(key) + ": a model is created with a tag only once.");
    }

    public static ApiException paramsChanged(String modelId, List<ParamConflict> conflicts) {
        String list = conflicts.stream()
                .map(c -> "{'key': " + PythonText.string(c.key()) + ", 'old_value': " + PythonText.string(c.oldValue())
                        + ", 'new_value': " + PythonText.string(c.newValue()) + "}")
                .collect(Collectors.joining(", ", "[", "]"));
        return new ApiException(
                BAD_REQUEST,
                "Changing param values is not allowed. Params were already logged='" + list + "' for model ID='"
                        + modelId + "'.");
    }

    public static ApiException tagNotFound(String modelId, String key) {
        return new ApiException(
                RESOURCE_DOES_NOT_EXIST,
                "No tag with key " + PythonText.string(key) + " found for model with ID " + PythonText.string(modelId)
                        + ".");
    }

    /** {@code runs/log-model}. */
    public static ApiException malformedModelJson(String json) {
        return new ApiException(
                INVALID_PARAMETER_VALUE, "Malformed model info. \n " + json + " \n is not a valid JSON.");
    }

    /** {@code runs/log-model}. */
    public static ApiException modelJsonIncomplete(List<String> missingFields) {
        String list = missingFields.stream().map(PythonText::string).collect(Collectors.joining(", ", "{", "}"));
        return new ApiException(INVALID_PARAMETER_VALUE, "Model json is missing mandatory fields: " + list);
    }

    /** {@code runs/log-model}, where MLflow answers 500. */
    public static ApiException historyUnreadable(String runId) {
        return new ApiException(
                INVALID_PARAMETER_VALUE,
                "The tag mlflow.log-model.history of the run " + runId + " holds no list of models to add to.");
    }
}
