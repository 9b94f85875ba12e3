package io.runstream.api.registry;

/** Names a version that can't be known before its place in the log is reached. */
public sealed interface ModelVersionReference {
    /** Of the registered model. */
    String name();

    record Number(String name, int version) implements ModelVersionReference {}

    record Alias(String name, String alias) implements ModelVersionReference {}

    /** The greatest of all stages. */
    record Latest(String name) implements ModelVersionReference {}

    record LatestInStage(String name, ModelStage stage) implements ModelVersionReference {}
}
