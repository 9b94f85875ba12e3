package io.runstream.error;

import static io.runstream.error.ErrorCode.INVALID_PARAMETER_VALUE;
import static io.runstream.error.ErrorCode.RESOURCE_ALREADY_EXISTS;
import static io.runstream.error.ErrorCode.RESOURCE_DOES_NOT_EXIST;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a request about registered models, their versions and aliases. */
public final class RegistryErrors {
    private RegistryErrors() {}

    public static ApiException modelNotFound(String name) {
        return new ApiException(RESOURCE_DOES_NOT_EXIST, "Registered Model with name=" + name + " not found");
    }

    /** @param version a whole number */
    public static ApiException versionNotFound(String name, String version) {
        return new ApiException(
                RESOURCE_DOES_NOT_EXIST, "Model Version (name=" + name + ", version=" + version + ") not found");
    }

    public static ApiException aliasNotFound(String alias) {
        return invalid("Registered model alias " + alias + " not found.");
    }

    public static ApiException latestNotFound(String name) {
        return new ApiException(RESOURCE_DOES_NOT_EXIST, "Latest version not found for model " + name + ".");
    }

    /**
     * MLflow answers 500 here; its clients retry that for minutes, so this is a 404.
     *
     * @param stage null for any
     */
    public static ApiException noVersionIn(String name, @Nullable String stage) {
        return new ApiException(
                RESOURCE_DOES_NOT_EXIST,
                "No versions of model with name '" + name + "'" + (stage == null ? "" : " and stage '" + stage + "'")
                        + " found");
    }

    /** A creation or renaming; racing clients look at the code. */
    public static ApiException nameTaken(String name) {
        return taken("Registered Model (name=" + name + ") already exists.");
    }

    /** A creation, where prompts and models share their names. */
    public static ApiException nameTaken(String name, boolean byPrompt, boolean forPrompt) {
        if (byPrompt == forPrompt) {
            return forPrompt ? taken("Prompt (name=" + name + ") already exists.") : nameTaken(name);
        }
        return taken("Tried to create a " + kind(forPrompt) + " with name " + PythonText.string(name)
                + ", but the name is already taken by a " + kind(byPrompt)
                + ". MLflow does not allow creating a model and a prompt with the same name.");
    }

    private static String kind(boolean prompt) {
        return prompt ? "prompt" : "registered model";
    }

    /** MLflow says this of blank names, and something longer of absent ones. */
    public static ApiException blank(String field) {
        return invalid("Missing value for required parameter '" + field + "'.");
    }

    public static ApiException badName(String name) {
        return invalid("Invalid model name '" + name + "'. Names cannot contain '/' or ':'.");
    }

    public static ApiException versionNotInteger(String version) {
        return invalid("Parameter 'version' must be an integer, got '" + version + "'.");
    }

    public static ApiException badAlias(String alias) {
        return invalid("Invalid alias name: '" + alias
                + "'. Names may only contain alphanumerics, underscores (_), and dashes (-).");
    }

    public static ApiException latestReserved() {
        return invalid("'latest' alias name (case insensitive) is reserved.");
    }

    public static ApiException versionAliasReserved(String alias) {
        return invalid("Version alias name '" + alias + "' is reserved.");
    }

    public static ApiException promptTooLong(int limit) {
        return invalid("Prompt text exceeds max length of " + limit + " characters.");
    }

    public static ApiException unknownStage(String stage, List<String> known) {
        return invalid(
                "Invalid Model Version stage: " + stage + ". Value must be one of " + String.join(", ", known) + ".");
    }

    /** MLflow answers 500 here; its clients retry that for minutes, so this is a 400. */
    public static ApiException nothingToArchive(String stage) {
        return invalid("Model version transition cannot archive existing model versions because '" + stage
                + "' is not an Active stage. Valid stages are ['Staging', 'Production']");
    }

    public static ApiException promptSource(String source) {
        return invalid("Invalid prompt source: '" + source + "'. Prompt sources must use an MLflow placeholder.");
    }

    public static ApiException sourceOfAnotherRegistry(String source) {
        return invalidSource(source, "Registered model sources must use the active model registry.");
    }

    public static ApiException sourceWithRelativePath(String source) {
        return invalidSource(
                source,
                "If supplying a source as an http, https, local file path, ftp, objectstore, or mlflow-artifacts uri,"
                        + " an absolute path must be provided without relative path references present. Please provide"
                        + " an absolute path.");
    }

    /** @param field the request's parameter that would have to name it: {@code run_id} or {@code model_id} */
    public static ApiException sourceNotOf(String field, String source) {
        return invalidSource(
                source, "The " + field + " request parameter must identify the resource that contains the source.");
    }

    /** @param field as for {@link #sourceNotOf} */
    public static ApiException localSource(String field, String source) {
        return invalidSource(
                source,
                "To use a local path as a model version source, the " + field
                        + " request parameter has to be specified and the local path has to be contained within the"
                        + " artifact directory of the run specified by the " + field + ".");
    }

    public static ApiException sourceIsPrompt(String source) {
        return invalidSource(source, "Prompt versions cannot be used as model version sources.");
    }

    public static ApiException sourceDiffers(String source) {
        return invalidSource(
                source, "The run_id and model_id request parameters must match the referenced model version.");
    }

    private static ApiException invalidSource(String source, String why) {
        return invalid("Invalid model version source: '" + source + "'. " + why);
    }

    private static ApiException taken(String message) {
        return new ApiException(RESOURCE_ALREADY_EXISTS, message);
    }

    private static ApiException invalid(String message) {
        return new ApiException(INVALID_PARAMETER_VALUE, message);
    }
}
