package io.runstream.query.registry;

import io.runstream.api.registry.DownloadUriResponse;
import io.runstream.api.registry.ModelVersionId;
import io.runstream.api.registry.ModelVersionResponse;
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

/** Every call that reads versions of registered models. */
@Path("/api/2.0/mlflow/model-versions")
@Produces(MediaType.APPLICATION_JSON)
@Guarded(Guard.MODEL_READ)
public class ModelVersionResource {
    private final RegistryService service;

    ModelVersionResource(RegistryService service) {
        this.service = service;
    }

    @GET
    @Path("get")
    public Uni<ModelVersionResponse> get(@Context UriInfo uri) {
        return service.version(ModelVersionId.from(query(uri))).map(ModelVersionResponse::new);
    }

    @GET
    @Path("get-download-uri")
    public Uni<DownloadUriResponse> downloadUri(@Context UriInfo uri) {
        RequestFields fields = query(uri);
        ModelVersionId id = ModelVersionId.of(fields.string("name", ""), fields.string("version", ""));
        return service.downloadUri(id).map(DownloadUriResponse::new);
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
        return service.searchVersions(RegistrySearch.ofVersions(fields));
    }

    private static RequestFields query(UriInfo uri) {
        return RequestFields.ofQuery(uri.getQueryParameters());
    }
}
