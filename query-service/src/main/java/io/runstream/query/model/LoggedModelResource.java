package io.runstream.query.model;

import io.runstream.api.model.LoggedModelResponse;
import io.runstream.api.request.RequestFields;
import io.runstream.id.LoggedModelId;
import io.runstream.kit.access.Guard;
import io.runstream.kit.access.Guarded;
import io.runstream.query.answer.ChunkedJson;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code GET logged-models/{id}} and {@code logged-models/search}. */
@Path("/api/2.0/mlflow/logged-models")
@Produces(MediaType.APPLICATION_JSON)
@Guarded(Guard.EXPERIMENT_READ)
public class LoggedModelResource {
    private final LoggedModelService service;

    LoggedModelResource(LoggedModelService service) {
        this.service = service;
    }

    @GET
    @Path("{id}")
    public Uni<LoggedModelResponse> get(
            @RestPath String id, @RestQuery("allow_deleted") @Nullable String allowDeleted) {
        return service.get(LoggedModelId.parse(id), "true".equalsIgnoreCase(allowDeleted));
    }

    @POST
    @Path("search")
    @Guarded(Guard.SEARCH)
    public Uni<ChunkedJson> search(byte[] body) {
        return service.search(SearchLoggedModelsRequest.from(RequestFields.ofJson(body)));
    }
}
