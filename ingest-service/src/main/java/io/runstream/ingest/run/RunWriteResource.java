package io.runstream.ingest.run;

import io.runstream.api.run.CreateRunRequest;
import io.runstream.api.run.DeleteTagRequest;
import io.runstream.api.run.LogBatchRequest;
import io.runstream.api.run.LogInputsRequest;
import io.runstream.api.run.LogMetricRequest;
import io.runstream.api.run.LogModelRequest;
import io.runstream.api.run.LogOutputsRequest;
import io.runstream.api.run.LogParamRequest;
import io.runstream.api.run.RunInfoResponse;
import io.runstream.api.run.RunResponse;
import io.runstream.api.run.SetTagRequest;
import io.runstream.api.run.UpdateRunRequest;
import io.runstream.ingest.http.WriteCall;
import io.runstream.kit.access.Guard;
import io.runstream.kit.access.Guarded;
import io.runstream.kit.http.Empty;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Every call that changes a run. */
@Path("/api/2.0/mlflow/runs")
@Guarded(Guard.EXPERIMENT_UPDATE)
public class RunWriteResource {
    private final RunLifecycle lifecycle;
    private final RunLogging logging;

    @Inject
    RunWriteResource(RunLifecycle lifecycle, RunLogging logging) {
        this.lifecycle = lifecycle;
        this.logging = logging;
    }

    @POST
    @Path("create")
    public Uni<RunResponse> create(WriteCall call) {
        return lifecycle
                .create(CreateRunRequest.from(call.fields()), call.origin())
                .map(RunResponse::new);
    }

    @POST
    @Path("update")
    public Uni<RunInfoResponse> update(WriteCall call) {
        return lifecycle
                .update(UpdateRunRequest.from(call.fields()), call.origin())
                .map(RunInfoResponse::new);
    }

    @POST
    @Path("delete")
    @Guarded(Guard.EXPERIMENT_DELETE)
    public Uni<Empty> delete(WriteCall call) {
        return Empty.after(lifecycle.delete(call.fields().runId(), call.origin()));
    }

    @POST
    @Path("restore")
    @Guarded(Guard.EXPERIMENT_DELETE)
    public Uni<Empty> restore(WriteCall call) {
        return Empty.after(lifecycle.restore(call.fields().runId(), call.origin()));
    }

    @POST
    @Path("log-metric")
    public Uni<Empty> logMetric(WriteCall call) {
        return Empty.after(logging.logMetric(LogMetricRequest.from(call.fields()), call.origin()));
    }

    @POST
    @Path("log-parameter")
    public Uni<Empty> logParam(WriteCall call) {
        return Empty.after(logging.logParam(LogParamRequest.from(call.fields()), call.origin()));
    }

    @POST
    @Path("log-batch")
    public Uni<Empty> logBatch(WriteCall call) {
        return Empty.after(logging.logBatch(LogBatchRequest.from(call.fields()), call.origin()));
    }

    @POST
    @Path("set-tag")
    public Uni<Empty> setTag(WriteCall call) {
        return Empty.after(logging.setTag(SetTagRequest.from(call.fields()), call.origin()));
    }

    @POST
    @Path("delete-tag")
    public Uni<Empty> deleteTag(WriteCall call) {
        return Empty.after(logging.deleteTag(DeleteTagRequest.from(call.fields()), call.origin()));
    }

    @POST
    @Path("log-inputs")
    public Uni<Empty> logInputs(WriteCall call) {
        return Empty.after(logging.logInputs(LogInputsRequest.from(call.fields()), call.origin()));
    }

    @POST
    @Path("log-model")
    public Uni<Empty> logModel(WriteCall call) {
        return Empty.after(logging.logModel(LogModelRequest.from(call.fields()), call.origin()));
    }

    @POST
    @Path("outputs")
    public Uni<Empty> logOutputs(WriteCall call) {
        return Empty.after(logging.logOutputs(LogOutputsRequest.from(call.fields()), call.origin()));
    }
}
