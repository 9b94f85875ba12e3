package io.runstream.query.run;

/** An experiment, as far as it matters to the search of its runs. */
record ModelExperiment(long id, boolean deleted, long lifecycleChangedAt) {
    /** Whichever changed last decides; on a tie the run. */
    boolean isDeleted(ModelRun run) {
        return lifecycleChangedAt > run.lifecycleChangedAt() ? deleted : run.deleted();
    }
}
