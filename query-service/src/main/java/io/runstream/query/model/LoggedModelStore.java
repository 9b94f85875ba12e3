package io.runstream.query.model;

import io.runstream.api.model.LoggedModel;
import io.runstream.id.LoggedModelId;
import io.runstream.query.search.Page;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Where projected logged models are read, with everything that was logged about them. */
interface LoggedModelStore {
    /** Empty if there is no such model, or it was deleted and deleted ones are not allowed. */
    Uni<Optional<LoggedModel>> find(LoggedModelId id, boolean allowDeleted);

    Uni<Page<LoggedModel>> search(SearchLoggedModelsRequest request);
}
