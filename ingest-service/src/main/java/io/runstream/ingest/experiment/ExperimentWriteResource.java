package io.runstream.ingest.experiment;

import io.runstream.api.experiment.CreateExperimentRequest;
import io.runstream.api.experiment.CreateExperimentResponse;
import io.runstream.api.experiment.DeleteExperimentTagRequest;
import io.runstream.api.experiment.ExperimentIdRequest;
import io.runstream.api.experiment.SetExperimentTagRequest;
import io.runstream.api.experiment.UpdateExperimentRequest;
import io.runstream.ingest.http.WriteCall;
import io.runstream.kit.access.Guard;
import io.runstream.kit.access.Guarded;
import io.runstream.kit.http.Empty;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Every call that changes an experiment. */
@Path("/api/2.0/mlflow/experiments")
@Guarded(Guard.EXPERIMENT_UPDATE)
public class ExperimentWriteResource {
    private final ExperimentLifecycle lifecycle;

    @Inject
    ExperimentWriteResource(ExperimentLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    @POST
    @Path("create")
    @Guarded(Guard.AUTHENTICATED)
    public Uni<CreateExperimentResponse> create(WriteCall call) {
        return lifecycle
                .create(CreateExperimentRequest.from(call.fields()), call.origin())
                .map(id -> new CreateExperimentResponse(id.toString()));
    }

    @POST
    @Path("update")
    public Uni<Empty> rename(WriteCall call) {
        return Empty.after(lifecycle.rename(UpdateExperimentRequest.from(call.fields()), call.origin()));
    }

    @POST
    @Path("delete")
    @Guarded(Guard.EXPERIMENT_DELETE)
    public Uni<Empty> delete(WriteCall call) {
        return Empty.after(
                lifecycle.delete(ExperimentIdRequest.from(call.fields()).experiment(), call.origin()));
    }

    @POST
    @Path("restore")
    @Guarded(Guard.EXPERIMENT_DELETE)
    public Uni<Empty> restore(WriteCall call) {
        return Empty.after(
                lifecycle.restore(ExperimentIdRequest.from(call.fields()).experiment(), call.origin()));
    }

    @POST
    @Path("set-experiment-tag")
    public Uni<Empty> setTag(WriteCall call) {
        return Empty.after(lifecycle.setTag(SetExperimentTagRequest.from(call.fields()), call.origin()));
    }

    @POST
    @Path("delete-experiment-tag")
    public Uni<Empty> deleteTag(WriteCall call) {
        return Empty.after(lifecycle.deleteTag(DeleteExperimentTagRequest.from(call.fields()), call.origin()));
    }
}
