package io.runstream.access;

/** What permissions are granted on. Runs, their artifacts and logged models follow their experiment, versions their model. */
public sealed interface Securable {
    /** @param id see {@link io.runstream.id.ExperimentId} */
    record Experiment(long id) implements Securable {}

    /** A registered model, or a prompt: they share their names. */
    record RegisteredModel(String name) implements Securable {}
}
