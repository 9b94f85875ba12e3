package io.runstream.error;

import static io.runstream.error.ErrorCode.INVALID_PARAMETER_VALUE;
import static io.runstream.error.ErrorCode.RESOURCE_DOES_NOT_EXIST;

import java.util.List;
import java.util.stream.Collectors;

/** What can be wrong with a request about a run. */
public final class RunErrors {
    private RunErrors() {}

    /** A param that is there with another value. */
    public record ParamConflict(String key, String oldValue, String newValue) {}

    public static ApiException notFound(String runId) {
        return new ApiException(RESOURCE_DOES_NOT_EXIST, "Run with id=" + runId + " not found");
    }

    public static ApiException notActive(String runId) {
        return new ApiException(
                INVALID_PARAMETER_VALUE,
                "The run " + runId + " must be in the 'active' state. Current state is deleted.");
    }

    public static ApiException tagNotFound(String runId, String key) {
        return new ApiException(RESOURCE_DOES_NOT_EXIST, "No tag with name: " + key + " in run with id " + runId);
    }

    /** The text of {@code runs/log-parameter}. */
    public static ApiException paramChanged(String runId, ParamConflict conflict) {
        return new ApiException(
                INVALID_PARAMETER_VALUE,
                "Changing param values is not allowed. Param with key='" + conflict.key()
                        + "' was already logged with value='" + conflict.oldValue() + "' for run ID='" + runId
                        + "'. Attempted logging new value '" + conflict.newValue() + "'.");
    }

    /** The text of {@code runs/log-batch}. */
    public static ApiException paramsChanged(String runId, List<ParamConflict> conflicts) {
        String list = conflicts.stream()
                .map(c -> "{'key': '" + c.key() + "', 'old_value': '" + c.oldValue() + "', 'new_value': '"
                        + c.newValue() + "'}")
                .collect(Collectors.joining(", ", "[", "]"));
        return new ApiException(
                INVALID_PARAMETER_VALUE,
                "Changing param values is not allowed. Params were already logged='" + list + "' for run ID='" + runId
                        + "'.");
    }
}
