package io.runstream.query.projection.fold;

import io.runstream.event.v1.DatasetInput;
import io.runstream.event.v1.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table {@code run_dataset}: a run used a dataset. The first with a name and digest counts.
 *
 * @param sequence offset of the event
 * @param ordinal place in the event
 */
public record DatasetLink(UUID runId, DatasetRow dataset, long sequence, int ordinal, List<Tag> tags) {
    private static final String CONTEXT = "mlflow.data.context";

    static DatasetLink from(UUID runId, DatasetInput input, long sequence, int ordinal) {
        return new DatasetLink(runId, DatasetRow.from(input.getDataset()), sequence, ordinal, input.getTagsList());
    }

    /** What the run used the dataset for; null if the client did not say. */
    public @Nullable String context() {
        for (Tag tag : tags) {
            if (tag.getKey().equals(CONTEXT)) {
                return tag.getValue();
            }
        }
        return null;
    }
}
