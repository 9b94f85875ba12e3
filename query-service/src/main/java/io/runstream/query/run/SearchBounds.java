package io.runstream.query.run;

/**
 * Up to how many runs it is better to look at each of them than to walk along the order. Expressions of SQL.
 *
 * @param met runs that meet a condition
 * @param inExperiments runs of the experiments, before a walk along a metric
 */
record SearchBounds(String met, String inExperiments) {
    /**
     * A walk along a metric passes the runs of all experiments: for 100 of an experiment that has one run in n, it passes
     * 100 n. That is as many as the experiment has when it has the root of 100 times all runs.
     */
    static final SearchBounds MEASURED = new SearchBounds(
            "2000",
            "(SELECT 1000 + sqrt(100 * greatest(reltuples, 0))::int FROM pg_class WHERE oid = 'run'::regclass)");

    static SearchBounds of(int met, int inExperiments) {
        return new SearchBounds(Integer.toString(met), Integer.toString(inExperiments));
    }
}
