package io.runstream.api;

/** Tags that mean something to Runstream itself. */
public final class Tags {
    /** Always equals the run's name. */
    public static final String RUN_NAME = "mlflow.runName";

    /** On a dataset input: what the run used it for. */
    public static final String DATASET_CONTEXT = "mlflow.data.context";

    private Tags() {}
}
