package io.runstream.api.run;

import io.runstream.api.request.RequestFields;
import io.runstream.api.run.RunOutputs.ModelOutput;
import io.runstream.error.RequestErrors;
import java.util.List;

/** {@code runs/outputs}. */
public record LogOutputsRequest(String runId, List<ModelOutput> models) {
    public static LogOutputsRequest from(RequestFields fields) {
        String runId = fields.runId();
        if (!fields.has("models")) {
            throw RequestErrors.missing("models");
        }
        List<ModelOutput> models = fields.objects("models").stream()
                .map(model -> new ModelOutput(model.string("model_id", ""), model.int64("step", 0)))
                .toList();
        return new LogOutputsRequest(runId, models);
    }
}
