package io.runstream.api;

/** Tags that mean something to Runstream itself. */
public final class Tags {
    /** Always equals the run's name. */
    public static final String RUN_NAME = "mlflow.runName";

    /** On a dataset input: what the run used it for. */
    public static final String DATASET_CONTEXT = "mlflow.data.context";

    /** On a run: what {@code runs/log-model} was told, a list of JSON. */
    public static final String MODEL_HISTORY = "mlflow.log-model.history";

    private Tags() {}
}
