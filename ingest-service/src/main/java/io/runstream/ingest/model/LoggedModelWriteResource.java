package io.runstream.ingest.model;

import io.runstream.api.model.CreateLoggedModelRequest;
import io.runstream.api.model.FinalizeLoggedModelRequest;
import io.runstream.api.model.LogLoggedModelParamsRequest;
import io.runstream.api.model.LoggedModelResponse;
import io.runstream.api.model.SetLoggedModelTagsRequest;
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
import org.jboss.resteasy.reactive.RestPath;

/** Every call that changes a logged model. */
@Path("/api/2.0/mlflow/logged-models")
@Guarded(Guard.EXPERIMENT_UPDATE)
public class LoggedModelWriteResource {
    private final LoggedModelService service;

    @Inject
    LoggedModelWriteResource(LoggedModelService service) {
        this.service = service;
    }

    @POST
    public Uni<LoggedModelResponse> create(WriteCall call) {
        return service.create(CreateLoggedModelRequest.from(call.fields()), call.origin())
                .map(LoggedModelResponse::new);
    }

    @PATCH
    @Path("{id}")
    public Uni<LoggedModelResponse> finalizeModel(@RestPath String id, WriteCall call) {
        return service.finalizeModel(id, FinalizeLoggedModelRequest.from(call.fields()), call.origin())
                .map(LoggedModelResponse::new);
    }

    @DELETE
    @Path("{id}")
    @Guarded(Guard.EXPERIMENT_DELETE)
    public Uni<Empty> delete(@RestPath String id, WriteCall call) {
        return Empty.after(service.delete(id, call.origin()));
    }

    @POST
    @Path("{id}/params")
    public Uni<Empty> logParams(@RestPath String id, WriteCall call) {
        return Empty.after(service.logParams(id, LogLoggedModelParamsRequest.from(call.fields()), call.origin()));
    }

    @PATCH
    @Path("{id}/tags")
    public Uni<Empty> setTags(@RestPath String id, WriteCall call) {
        return Empty.after(service.setTags(id, SetLoggedModelTagsRequest.from(call.fields()), call.origin()));
    }

    @DELETE
    @Path("{id}/tags/{key}")
    @Guarded(Guard.EXPERIMENT_DELETE)
    public Uni<Empty> deleteTag(@RestPath String id, @RestPath String key, WriteCall call) {
        return Empty.after(service.deleteTag(id, key, call.origin()));
    }
}
