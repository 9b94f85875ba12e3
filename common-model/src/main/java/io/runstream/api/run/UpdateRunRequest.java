package io.runstream.api.run;

import io.runstream.api.request.RequestFields;
import io.runstream.limit.Limits;
import org.jspecify.annotations.Nullable;

/**
 * {@code runs/update}. What is null stays as it is.
 *
 * @param endTime milliseconds since the epoch; 0 takes the end time away
 */
public record UpdateRunRequest(
        String runId,
        @Nullable RunStatus status,
        @Nullable Long endTime,
        @Nullable String runName) {

    public static UpdateRunRequest from(RequestFields fields) {
        String runId = fields.runId();
        String name = Limits.cut(fields.string("run_name", ""), Limits.RUN_TAG_VALUE_LENGTH);
        var endTime = fields.optionalInt64("end_time");
        return new UpdateRunRequest(
                runId,
                fields.optionalEnum("status", RunStatus.READER),
                endTime.isPresent() ? endTime.getAsLong() : null,
                name.isEmpty() ? null : name);
    }
}
