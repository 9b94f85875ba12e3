package io.runstream.ingest.registry;

import io.runstream.api.registry.CreateModelVersionRequest;
import io.runstream.api.registry.DeleteModelVersionTagRequest;
import io.runstream.api.registry.ModelVersionId;
import io.runstream.api.registry.ModelVersionResponse;
import io.runstream.api.registry.SetModelVersionTagRequest;
import io.runstream.api.registry.TransitionStageRequest;
import io.runstream.api.registry.UpdateModelVersionRequest;
import io.runstream.ingest.http.WriteCall;
import io.runstream.kit.access.Guard;
import io.runstream.kit.access.Guarded;
import io.runstream.kit.http.Empty;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Every call that changes a version of a registered model. Also those by DELETE carry a body. */
@Path("/api/2.0/mlflow/model-versions")
@Guarded(Guard.MODEL_UPDATE)
public class ModelVersionWriteResource {
    private final ModelVersions versions;

    @Inject
    ModelVersionWriteResource(ModelVersions versions) {
        this.versions = versions;
    }

    @POST
    @Path("create")
    public Uni<ModelVersionResponse> create(WriteCall call) {
        return versions.create(CreateModelVersionRequest.from(call.fields()), call.origin())
                .map(ModelVersionResponse::new);
    }

    @PATCH
    @Path("update")
    public Uni<ModelVersionResponse> update(WriteCall call) {
        return versions.update(UpdateModelVersionRequest.from(call.fields()), call.origin())
                .map(ModelVersionResponse::new);
    }

    @POST
    @Path("transition-stage")
    public Uni<ModelVersionResponse> transition(WriteCall call) {
        return versions.transition(TransitionStageRequest.from(call.fields()), call.origin())
                .map(ModelVersionResponse::new);
    }

    @DELETE
    @Path("delete")
    @Guarded(Guard.MODEL_DELETE)
    public Uni<Empty> delete(WriteCall call) {
        return Empty.after(versions.delete(ModelVersionId.from(call.fields()), call.origin()));
    }

    @POST
    @Path("set-tag")
    public Uni<Empty> setTag(WriteCall call) {
        return Empty.after(versions.setTag(SetModelVersionTagRequest.from(call.fields()), call.origin()));
    }

    @DELETE
    @Path("delete-tag")
    @Guarded(Guard.MODEL_DELETE)
    public Uni<Empty> deleteTag(WriteCall call) {
        return Empty.after(versions.deleteTag(DeleteModelVersionTagRequest.from(call.fields()), call.origin()));
    }
}
