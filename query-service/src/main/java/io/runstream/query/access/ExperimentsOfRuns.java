package io.runstream.query.access;

import io.runstream.id.RunId;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Tells where runs belong. */
interface ExperimentsOfRuns {
    /** Each once; runs that are not there have none. */
    Uni<List<Long>> find(List<RunId> runs);
}
