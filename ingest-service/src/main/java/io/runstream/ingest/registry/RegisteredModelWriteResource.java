package io.runstream.ingest.registry;

import io.runstream.api.registry.AliasRequest;
import io.runstream.api.registry.CreateRegisteredModelRequest;
import io.runstream.api.registry.DeleteRegisteredModelTagRequest;
import io.runstream.api.registry.RegisteredModelRequest;
import io.runstream.api.registry.RegisteredModelResponse;
import io.runstream.api.registry.RenameRegisteredModelRequest;
import io.runstream.api.registry.SetAliasRequest;
import io.runstream.api.registry.SetRegisteredModelTagRequest;
import io.runstream.api.registry.UpdateRegisteredModelRequest;
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

/** Every call that changes a registered model. Also those by DELETE carry a body. */
@Path("/api/2.0/mlflow/registered-models")
@Guarded(Guard.MODEL_UPDATE)
public class RegisteredModelWriteResource {
    private final RegisteredModels models;

    @Inject
    RegisteredModelWriteResource(RegisteredModels models) {
        this.models = models;
    }

    @POST
    @Path("create")
    @Guarded(Guard.AUTHENTICATED)
    public Uni<RegisteredModelResponse> create(WriteCall call) {
        return models.create(CreateRegisteredModelRequest.from(call.fields()), call.origin())
                .map(RegisteredModelResponse::new);
    }

    @POST
    @Path("rename")
    public Uni<RegisteredModelResponse> rename(WriteCall call) {
        return models.rename(RenameRegisteredModelRequest.from(call.fields()), call.origin())
                .map(RegisteredModelResponse::new);
    }

    @PATCH
    @Path("update")
    public Uni<RegisteredModelResponse> update(WriteCall call) {
        return models.update(UpdateRegisteredModelRequest.from(call.fields()), call.origin())
                .map(RegisteredModelResponse::new);
    }

    @DELETE
    @Path("delete")
    @Guarded(Guard.MODEL_DELETE)
    public Uni<Empty> delete(WriteCall call) {
        return Empty.after(models.delete(RegisteredModelRequest.from(call.fields()), call.origin()));
    }

    @POST
    @Path("set-tag")
    public Uni<Empty> setTag(WriteCall call) {
        return Empty.after(models.setTag(SetRegisteredModelTagRequest.from(call.fields()), call.origin()));
    }

    @DELETE
    @Path("delete-tag")
    public Uni<Empty> deleteTag(WriteCall call) {
        return Empty.after(models.deleteTag(DeleteRegisteredModelTagRequest.from(call.fields()), call.origin()));
    }

    @POST
    @Path("alias")
    public Uni<Empty> setAlias(WriteCall call) {
        return Empty.after(models.setAlias(SetAliasRequest.from(call.fields()), call.origin()));
    }

    @DELETE
    @Path("alias")
    @Guarded(Guard.MODEL_DELETE)
    public Uni<Empty> deleteAlias(WriteCall call) {
        return Empty.after(models.deleteAlias(AliasRequest.from(call.fields()), call.origin()));
    }
}
