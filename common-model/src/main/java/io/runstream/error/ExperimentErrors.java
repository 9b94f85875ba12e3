package io.runstream.error;

import static io.runstream.error.ErrorCode.BAD_REQUEST;
import static io.runstream.error.ErrorCode.INVALID_PARAMETER_VALUE;
import static io.runstream.error.ErrorCode.RESOURCE_ALREADY_EXISTS;
import static io.runstream.error.ErrorCode.RESOURCE_DOES_NOT_EXIST;

/** What can be wrong with a request about an experiment. */
public final class ExperimentErrors {
    private ExperimentErrors() {}

    public static ApiException invalidId(String text) {
        return new ApiException(
                INVALID_PARAMETER_VALUE,
                "Invalid experiment ID '" + text + "'. Experiment ID must be a valid integer.");
    }

    /** MLflow answers with the database's complaint about a missing foreign key. */
    public static ApiException idMissing() {
        return new ApiException(BAD_REQUEST, "A run needs an experiment: parameter 'experiment_id' is missing.");
    }

    public static ApiException notFound(long id) {
        return new ApiException(RESOURCE_DOES_NOT_EXIST, "No Experiment with id=" + id + " exists");
    }

    public static ApiException nameNotFound(String name) {
        return new ApiException(RESOURCE_DOES_NOT_EXIST, "Could not find experiment with name '" + name + "'");
    }

    public static ApiException notActive(long id) {
        return new ApiException(
                INVALID_PARAMETER_VALUE,
                "The experiment " + id + " must be in the 'active' state. Current state is deleted.");
    }

    /** MLflow answers 500 here; its clients retry that for minutes, so this is a 400. */
    public static ApiException renameNotActive() {
        return new ApiException(INVALID_PARAMETER_VALUE, "Cannot rename a non-active experiment.");
    }

    /** Creation under a name that an experiment has, be it a deleted one. Racing clients look at the code. */
    public static ApiException nameTaken(String name) {
        return new ApiException(RESOURCE_ALREADY_EXISTS, "Experiment(name=" + name + ") already exists.");
    }

    public static ApiException renameToTaken(String name) {
        return new ApiException(BAD_REQUEST, "Experiment(name=" + name + ") already exists.");
    }

    public static ApiException tagNotFound(long id, String key) {
        return new ApiException(RESOURCE_DOES_NOT_EXIST, "No tag with name: " + key + " in experiment with id " + id);
    }
}
