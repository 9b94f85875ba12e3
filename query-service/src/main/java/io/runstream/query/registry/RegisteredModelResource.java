package io.runstream.query.registry;

import io.runstream.api.registry.AliasRequest;
import io.runstream.api.registry.LatestVersionsRequest;
import io.runstream.api.registry.LatestVersionsResponse;
import io.runstream.api.registry.ModelVersionResponse;
import io.runstream.api.registry.RegisteredModelRequest;
import io.runstream.api.registry.RegisteredModelResponse;
import io.runstream.api.request.RequestFields;
import io.runstream.kit.access.Guard;
import io.runstream.kit.access.Guarded;
import io.runstream.query.answer.ChunkedJson;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

/** Every call that reads registered models. R's client searches by POST. */
@Path("/api/2.0/mlflow/registered-models")
@Produces(MediaType.APPLICATION_JSON)
@Guarded(Guard.MODEL_READ)
public class RegisteredModelResource {
    private final RegistryService service;

    RegisteredModelResource(RegistryService service) {
        this.service = service;
    }

    @GET
    @Path("get")
    public Uni<RegisteredModelResponse> get(@Context UriInfo uri) {
        return service.model(RegisteredModelRequest.from(query(uri)).name()).map(RegisteredModelResponse::new);
    }

    @GET
    @Path("alias")
    public Uni<ModelVersionResponse> byAlias(@Context UriInfo uri) {
        return service.versionByAlias(AliasRequest.from(query(uri))).map(ModelVersionResponse::new);
    }

    @GET
    @Path("get-latest-versions")
    public Uni<LatestVersionsResponse> latestVersions(@Context UriInfo uri) {
        return latestVersions(query(uri));
    }

    @POST
    @Path("get-latest-versions")
    public Uni<LatestVersionsResponse> latestVersions(byte[] body) {
        return latestVersions(RequestFields.ofJson(body));
    }

    private Uni<LatestVersionsResponse> latestVersions(RequestFields fields) {
        LatestVersionsRequest request = LatestVersionsRequest.from(fields);
        return service.latestVersions(request.name(), request.stages()).map(LatestVersionsResponse::new);
    }

    @GET
    @Path("search")
    @Guarded(Guard.SEARCH)
    public Uni<ChunkedJson> search(@Context UriInfo uri) {
        return search(query(uri));
    }

    @POST
    @Path("search")
    @Guarded(Guard.SEARCH)
    public Uni<ChunkedJson> search(byte[] body) {
        return search(RequestFields.ofJson(body));
    }

    private Uni<ChunkedJson> search(RequestFields fields) {
        return service.searchModels(RegistrySearch.ofModels(fields));
    }

    private static RequestFields query(UriInfo uri) {
        return RequestFields.ofQuery(uri.getQueryParameters());
    }
}
