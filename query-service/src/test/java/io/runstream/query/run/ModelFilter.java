package io.runstream.query.run;

import java.util.function.Predicate;

/** One comparison twice: as MLflow's text, and as what MLflow means by it. */
record ModelFilter(String text, Predicate<ModelRun> meaning) {
    @Override
    public String toString() {
        return text;
    }
}
