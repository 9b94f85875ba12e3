package io.runstream.access;

/** One thing that has its own permissions. Runs, their artifacts and logged models follow their experiment, versions their model. */
public sealed interface Securable extends Grantable {
    /** All things of this one's kind. */
    Every every();

    /** @param id see {@link io.runstream.id.ExperimentId} */
    record Experiment(long id) implements Securable {
        @Override
        public Every every() {
            return Every.EXPERIMENT;
        }
    }

    /** A registered model, or a prompt: they share their names. */
    record RegisteredModel(String name) implements Securable {
        @Override
        public Every every() {
            return Every.REGISTERED_MODEL;
        }
    }
}
