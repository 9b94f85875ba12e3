package io.runstream.bench.server;

/** What is compared, in the order of the columns. */
public enum Product {
    RUNSTREAM("Runstream"),
    FASTTRACKML("FastTrackML 0.6.0"),
    MLFLOW("MLflow 3.17.2"),
    CLUSTER("Cluster, one of each"),
    REDUNDANT_CLUSTER("Cluster, 3 brokers, 2 of each");

    private final String title;

    Product(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
