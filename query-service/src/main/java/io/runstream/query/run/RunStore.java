package io.runstream.query.run;

import io.runstream.api.run.Run;
import io.runstream.id.RunId;
import io.runstream.query.search.Page;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Where projected runs are read. */
interface RunStore {
    /** With everything it logged, deleted or not; empty if there is no such run. */
    Uni<Optional<Run>> find(RunId id);

    /** With everything they logged except model inputs, which MLflow leaves out of searches. */
    Uni<Page<Run>> search(SearchRunsRequest request);
}
